import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  noncentralTCdf,
  noncentralTQuantile,
  noncentralTUpper,
  noncentralTails,
} from './noncentral-t.js';
import { noncentralityFor } from './noncentrality.js';
import { normalQuantile } from './normal-quantile.js';
import { normalUpper } from './normal.js';
import { tQuantile, tUpper } from './t.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

// Computed by adaptive quadrature to 30 digits with mpmath.
test.each([
  { t: 2, df: 5, ncp: 1, lower: 0.7780746626162148, upper: 0.22192533738378512 },
  { t: -1.5, df: 12, ncp: -3, lower: 0.9284268720377552, upper: 0.07157312796224483 },
  { t: -2, df: 8, ncp: 2.5, lower: 2.655174624917452e-5, upper: 0.9999734482537508 },
  { t: 10, df: 30, ncp: 1, lower: 0.9999999977484857, upper: 2.251514307798296e-9 },
  { t: 3, df: 400, ncp: 12, lower: 1.7590532826513486e-19, upper: 1.0 },
  { t: 0.5, df: 1, ncp: -0.7, lower: 0.853852643660407, upper: 0.14614735633959297 },
  { t: 4.9, df: 1, ncp: 4.6, lower: 0.35766882301878655, upper: 0.6423311769812134 },
  { t: 25, df: 4, ncp: 20, lower: 0.6334248739538478, upper: 0.3665751260461521 },
  { t: 1.2, df: 3000, ncp: 2.8, lower: 0.05480949473668743, upper: 0.9451905052633126 },
])('both tails at t = $t with $df df and noncentrality $ncp are right', (row) => {
  const tails = noncentralTails(row.t, row.df, row.ncp);
  expect(off(tails.lower, row.lower)).toBeLessThan(5e-13);
  expect(off(tails.upper, row.upper)).toBeLessThan(5e-13);
});

const df = fc.double({ min: 1, max: 1e4, noNaN: true });

test('without noncentrality it is Student’s t', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), df, (t, nu) => {
      expect(off(noncentralTUpper(t, nu, 0), tUpper(t, nu))).toBeLessThan(1e-11);
    }),
  );
});

test('at zero it is a normal', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), df, (ncp, nu) => {
      expect(off(noncentralTCdf(0, nu, ncp), normalUpper(ncp))).toBeLessThan(1e-11);
    }),
  );
});

test('turning the sign of both swaps the tails', () => {
  const size = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(size, df, size, (t, nu, ncp) => {
      const one = noncentralTails(t, nu, ncp);
      const other = noncentralTails(-t, nu, -ncp);
      expect(Math.abs(one.lower - other.upper)).toBeLessThan(1e-13);
    }),
  );
});

test('the growth is the derivative of the logarithm', () => {
  const at = (ncp: number) => noncentralTails(1, 7, ncp).logUpper;
  const slope = (at(2 + 1e-4) - at(2 - 1e-4)) / 2e-4;
  expect(noncentralTails(1, 7, 2).upperGrowth).toBeCloseTo(slope, 7);
});

test('a noncentrality leads back to its tail area', () => {
  const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: -60, max: 60, noNaN: true }), df, inside, (t, nu, upper) => {
      const ncp = noncentralityFor(t, nu, upper);
      expect(off(noncentralTUpper(t, nu, ncp), upper)).toBeLessThan(1e-10);
    }),
    { numRuns: 50 },
  );
});

test('no arguments are too far out: tails are numbers and a noncentrality leads back', () => {
  const far = fc
    .tuple(fc.constantFrom(-1, 1), fc.double({ min: -16, max: 16, noNaN: true }))
    .map(([sign, power]) => sign * 10 ** power);
  const wide = fc.double({ min: -1, max: 7, noNaN: true }).map((power) => 10 ** power);
  const small = fc.double({ min: -12, max: -0.31, noNaN: true }).map((power) => 10 ** power);
  fc.assert(
    fc.property(far, wide, far, small, (t, nu, ncp, area) => {
      const { lower, upper, logLower, logUpper } = noncentralTails(t, nu, ncp);
      for (const value of [lower, upper, logLower, logUpper]) expect(value).not.toBeNaN();
      const back = noncentralityFor(t, nu, area);
      expect(off(noncentralTUpper(t, nu, back), area)).toBeLessThan(1e-6);
    }),
    { numRuns: 500 },
  );
});

test('a quantile leads back to its area, also in far tails', () => {
  const tail = fc.double({ min: -28, max: -0.7, noNaN: true }).map(Math.exp);
  const nearby = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(tail, fc.boolean(), df, nearby, (area, below, nu, ncp) => {
      const p = below ? area : 1 - area;
      const { lower, upper } = noncentralTails(noncentralTQuantile(p, nu, ncp), nu, ncp);
      if (below) expect(off(lower, p)).toBeLessThan(1e-9);
      else expect(off(upper, 1 - p)).toBeLessThan(1e-9);
    }),
  );
});

test('a quantile without noncentrality is that of Student’s t', () => {
  for (const p of [1e-6, 0.025, 0.5, 0.9, 0.999])
    expect(noncentralTQuantile(p, 3.5, 0)).toBeCloseTo(tQuantile(p, 3.5), 9);
});

test.each([
  { p: 0, quantile: -Infinity },
  { p: 1, quantile: Infinity },
])('the quantile of $p is $quantile', ({ p, quantile }) => {
  expect(noncentralTQuantile(p, 5, 1)).toBe(quantile);
});

test.each([
  { t: 1e6, df: 1 },
  { t: 1e12, df: 9 },
  { t: 2000, df: 1e6 },
])('an observed t of $t with $df df is no burden', ({ t, df: nu }) => {
  const ncp = noncentralityFor(t, nu, 0.025);
  expect(off(noncentralTUpper(t, nu, ncp), 0.025)).toBeLessThan(1e-9);
});

test('with many df the noncentrality is t less a normal quantile', () => {
  expect(noncentralityFor(3, 1e8, 0.025)).toBeCloseTo(3 + normalQuantile(0.025), 5);
});

test('df must be above zero and the area inside 0 and 1', () => {
  expect(() => noncentralTails(1, 0, 1)).toThrow('noncentralTails requires df > 0');
  expect(() => noncentralTails(1, 5, Infinity)).toThrow('requires a finite t');
  expect(() => noncentralityFor(1, 5, 1)).toThrow('noncentralityFor requires 0 < upper < 1');
});
