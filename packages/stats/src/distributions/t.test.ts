import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tCdf, tLogUpper, tQuantile, tTwoSided, tUpper } from './t.js';

/** Whether two numbers agree to a relative 1e-12. */
const close = (actual: number, expected: number) =>
  Math.abs(actual - expected) <= 1e-12 * Math.abs(expected);

test.each([
  { t: 1, df: 1, expected: 0.25 },
  { t: 2, df: 2, expected: 0.09175170953613698 },
  { t: 5.13668, df: 570.51, expected: 1.9221030236098833e-7 },
  { t: 40, df: 3, expected: 1.719034039457927e-5 },
])('the area of t with $df df above $t is $expected', ({ t, df, expected }) => {
  expect(close(tUpper(t, df), expected)).toBe(true);
});

test('a tail too small for a number still has its logarithm', () => {
  expect(close(tLogUpper(40, 1e6), -803.968324750342)).toBe(true);
});

test('both tails mirror each other and add up to 1', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.5, max: 1e6, noNaN: true }),
      (t, df) => {
        expect(tCdf(t, df)).toBe(tUpper(-t, df));
        expect(tCdf(t, df) + tUpper(t, df)).toBeCloseTo(1, 14);
        expect(tTwoSided(t, df)).toBeCloseTo(2 * tUpper(Math.abs(t), df), 14);
      },
    ),
  );
});

test('a quantile leads back to its probability', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-300, max: 0.5, noNaN: true }),
      fc.double({ min: 2.1, max: 1e6, noNaN: true }),
      (p, df) => {
        expect(close(tCdf(tQuantile(p, df), df), p)).toBe(true);
      },
    ),
  );
});
