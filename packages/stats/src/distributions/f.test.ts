import fc from 'fast-check';
import { expect, test } from 'vitest';

import { chiSquareUpper } from './chi-square.js';
import { fCdf, fDensity, fLogCdf, fLogUpper, fQuantile, fUpper, fUpperQuantile } from './f.js';
import { tTwoSided } from './t.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

const df = fc.double({ min: 0.5, max: 1e4, noNaN: true });

test('F with one numerator df is the square of t', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 30, noNaN: true }), df, (t, df2) => {
      expect(off(fUpper(t * t, 1, df2), tTwoSided(t, df2))).toBeLessThan(1e-11);
    }),
  );
});

test('F with endless denominator df is a chi-square over its df', () => {
  expect(off(fUpper(2, 5, Infinity), chiSquareUpper(10, 5))).toBeLessThan(1e-14);
  expect(off(fQuantile(fCdf(2, 5, Infinity), 5, Infinity), 2)).toBeLessThan(1e-13);
});

test('turning F over swaps its tails', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 20, noNaN: true }), df, df, (f, df1, df2) => {
      expect(Math.abs(fCdf(f, df1, df2) - fUpper(1 / f, df2, df1))).toBeLessThan(1e-12);
      expect(fCdf(f, df1, df2) + fUpper(f, df1, df2)).toBeCloseTo(1, 13);
    }),
  );
});

test('a quantile leads back to its probability, in either tail', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-40, max: 0.5, noNaN: true }), df, df, (p, df1, df2) => {
      const low = fQuantile(p, df1, df2);
      const high = fUpperQuantile(p, df1, df2);
      if (low > 1e-290) expect(off(fCdf(low, df1, df2), p)).toBeLessThan(1e-10);
      if (high < 1e290) expect(off(fUpper(high, df1, df2), p)).toBeLessThan(1e-10);
    }),
  );
});

// R: pf(7.42889, 4, 152.59, lower.tail = FALSE)
test('the p-value of F = 7.42889 with 4 and 152.59 df is 1.7086838231776818e-5', () => {
  expect(off(fUpper(7.42889, 4, 152.59), 1.7086838231776818e-5)).toBeLessThan(1e-13);
  expect(off(fLogUpper(7.42889, 4, 152.59), Math.log(1.7086838231776818e-5))).toBeLessThan(1e-13);
});

test('F with two numerator df has a closed form', () => {
  expect(off(fUpper(3, 2, 10), (1 + 6 / 10) ** -5)).toBeLessThan(1e-14);
  expect(off(fLogCdf(3, 2, 10), Math.log1p(-((1 + 6 / 10) ** -5)))).toBeLessThan(1e-13);
  expect(off(fDensity(3, 2, 10), (1 + 6 / 10) ** -6)).toBeLessThan(1e-13);
});

test('nothing lies below zero, and df must be above zero', () => {
  expect([fCdf(-1, 2, 3), fUpper(Infinity, 2, 3)]).toEqual([0, 0]);
  expect(() => fCdf(1, 0, 3)).toThrow('F requires df1 > 0');
  expect(() => fQuantile(0.5, 2, -1)).toThrow('F requires df > 0');
});
