import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  tCdf,
  tDensity,
  tLogCdf,
  tLogUpper,
  tQuantile,
  tTwoSided,
  tUpper,
  tUpperQuantile,
} from './t.js';

/** Whether two numbers agree to a relative 1e-12. */
const close = (actual: number, expected: number) =>
  Math.abs(actual - expected) <= 1e-12 * Math.abs(expected);

test.each([
  { t: 1, df: 1, expected: 0.25 },
  { t: 2, df: 2, expected: 0.09175170953613698 },
  { t: 5.13668, df: 570.51, expected: 1.9221030236098833e-7 },
  { t: 40, df: 3, expected: 1.719034039457927e-5 },
  { t: 1e-8, df: 3, expected: 0.499999996324474 },
  { t: 2.5, df: 0.7, expected: 0.1598521813406369 },
  { t: 30, df: 50, expected: 6.190011397993633e-34 },
  { t: 1e10, df: 2, expected: 5e-21 },
  { t: 37, df: 1e6, expected: 9.149865430901131e-300 },
  { t: 6, df: 1e9, expected: 9.865879822492458e-10 },
  { t: 2, df: Infinity, expected: 0.02275013194817921 },
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

test('the density is that of a Cauchy at one df and of a normal at endlessly many', () => {
  expect(close(tDensity(2, 1), 1 / (5 * Math.PI))).toBe(true);
  expect(close(tDensity(0, 1), 1 / Math.PI)).toBe(true);
  expect(close(tDensity(1, Infinity), Math.exp(-0.5) / Math.sqrt(2 * Math.PI))).toBe(true);
});

test('half of the area lies below zero, and df must be above zero', () => {
  expect([tCdf(0, 5), tQuantile(0.5, 5) + 0, tUpperQuantile(0, 5)]).toEqual([0.5, 0, Infinity]);
  expect([tLogCdf(0, 5), tLogUpper(0, Infinity)]).toEqual([Math.log(0.5), Math.log(0.5)]);
  expect(() => tCdf(1, 0)).toThrow('t requires df > 0');
  expect(() => tQuantile(2, 3)).toThrow('t requires 0 <= p <= 1');
});
