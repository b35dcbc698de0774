import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  studentizedRangeCdf,
  studentizedRangeQuantile,
  studentizedRangeUpper,
} from './studentized-range.js';
import { tTwoSided } from './t.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

test('the range of two means is a t times the root of 2, far out as well', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 200, noNaN: true }),
      fc.double({ min: 1, max: 500, noNaN: true }),
      (q, df) => {
        const expected = tTwoSided(q / Math.SQRT2, df);
        fc.pre(expected > 1e-280);
        expect(off(studentizedRangeUpper(q, 2, df), expected)).toBeLessThan(1e-11);
      },
    ),
    { numRuns: 40 },
  );
});

test('both tails, each integrated by itself, add up to 1', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 30, noNaN: true }),
      fc.integer({ min: 2, max: 80 }),
      fc.double({ min: 1, max: 1000, noNaN: true }),
      (q, k, df) => {
        const sum = studentizedRangeCdf(q, k, df) + studentizedRangeUpper(q, k, df);
        expect(sum).toBeCloseTo(1, 12);
      },
    ),
    { numRuns: 25 },
  );
});

// Critical values as printed in tables (Harter, 1960). R: qtukey(p, k, df)
test.each([
  { p: 0.95, k: 3, df: 10, expected: 3.877 },
  { p: 0.95, k: 10, df: Infinity, expected: 4.474 },
  { p: 0.99, k: 5, df: 20, expected: 5.293 },
  { p: 0.95, k: 2, df: 1, expected: 17.969 },
])('the $p quantile of $k means with $df df is $expected', ({ p, k, df, expected }) => {
  const q = studentizedRangeQuantile(p, k, df);
  expect(q).toBeCloseTo(expected, 3);
  expect(studentizedRangeCdf(q, k, df)).toBeCloseTo(p, 11);
});

test('a small probability has a quantile too', () => {
  expect(studentizedRangeCdf(studentizedRangeQuantile(1e-6, 4, 12), 4, 12) * 1e6).toBeCloseTo(1, 9);
  expect([0, 1].map((p) => studentizedRangeQuantile(p, 4, 12))).toEqual([0, Infinity]);
});

test('there is nothing below zero, and one mean has no range', () => {
  expect([studentizedRangeCdf(0, 3, 5), studentizedRangeUpper(-1, 3, 5)]).toEqual([0, 1]);
  expect(() => studentizedRangeCdf(1, 1, 5)).toThrow('studentizedRange requires a whole k >= 2');
});
