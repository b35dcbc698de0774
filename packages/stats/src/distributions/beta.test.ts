import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  betaCdf,
  betaDensity,
  betaLogCdf,
  betaLogUpper,
  betaQuantile,
  betaUpper,
  betaUpperQuantile,
} from './beta.js';
import { betaTails } from './beta-tails.js';
import { logBeta } from './log-beta.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

// Computed to 80 digits with mpmath; the last two by their logarithms.
test.each([
  { x: 0.5, a: 2, b: 3, lower: 0.6875, upper: 0.3125 },
  { x: 0.001, a: 0.5, b: 0.5, lower: 0.020135041633377492, upper: 0.9798649583666225 },
  { x: 0.501, a: 1e5, b: 1e5, lower: 0.8144532554424433, upper: 0.18554674455755676 },
  { x: 1e-4, a: 0.01, b: 50, lower: 0.9536670748171566, upper: 0.04633292518284332 },
  { x: 0.999, a: 8000, b: 0.5, lower: 6.309188005038678e-5, upper: 0.9999369081199496 },
])('both tails of beta($a, $b) at $x are right', ({ x, a, b, lower, upper }) => {
  expect(off(betaCdf(x, a, b), lower)).toBeLessThan(2e-13);
  expect(off(betaUpper(x, a, b), upper)).toBeLessThan(2e-13);
});

test('swapping the shapes swaps the tails', () => {
  const shape = fc.double({ min: 0.01, max: 1e4, noNaN: true });
  const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(inside, shape, shape, (x, a, b) => {
      const one = betaTails(x, 1 - x, a, b);
      const other = betaTails(1 - x, x, b, a);
      expect(Math.abs(one.lower - other.upper)).toBeLessThan(1e-13);
      expect(one.lower + one.upper).toBeCloseTo(1, 13);
    }),
  );
});

test('a quantile leads back to its probability', () => {
  const shape = fc.double({ min: 0.2, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), shape, shape, (p, a, b) => {
      const x = betaQuantile(p, a, b);
      fc.pre(x > 0 && x < 0.99);
      expect(off(betaCdf(x, a, b), p)).toBeLessThan(1e-11);
      expect(off(betaUpperQuantile(1 - p, a, b), betaQuantile(1 - (1 - p), a, b))).toBeLessThan(
        1e-11,
      );
    }),
  );
});

test('a tail too small for a number still has its logarithm', () => {
  // x^a / (a B(a, b)) times nearly 1, with b = 1: exactly x^a.
  expect(off(betaLogCdf(1e-10, 50, 1), 50 * Math.log(1e-10))).toBeLessThan(1e-14);
  expect(off(betaLogUpper(1 - 2 ** -30, 1, 60), -30 * 60 * Math.LN2)).toBeLessThan(1e-14);
});

test('the density of a uniform is 1 and that of beta(2, 2) is 6 x (1 - x)', () => {
  expect(betaDensity(0.3, 1, 1)).toBeCloseTo(1, 14);
  expect(betaDensity(0.3, 2, 2)).toBeCloseTo(6 * 0.3 * 0.7, 14);
});

test.each([
  { a: 1, b: 1, expected: 1 },
  { a: 0.5, b: 0.5, expected: Math.PI },
  { a: 2, b: 3, expected: 1 / 12 },
])('B($a, $b) is $expected', ({ a, b, expected }) => {
  expect(Math.exp(logBeta(a, b))).toBeCloseTo(expected, 14);
});

test('logBeta keeps its digits at large arguments', () => {
  expect(off(logBeta(1e6, 0.5), -6.33539021105744)).toBeLessThan(1e-14);
});

test('the ends carry all or nothing, and shapes must be above zero', () => {
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3)]).toEqual([0, 1]);
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  expect(() => betaCdf(0.5, 0, 1)).toThrow('beta requires a > 0');
});
