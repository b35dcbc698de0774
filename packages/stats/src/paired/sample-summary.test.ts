import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compensatedSum } from './compensated-sum.js';
import { sampleSummary } from './sample-summary.js';

test('two values have the mean between them and their distance over root 2', () => {
  expect(sampleSummary([1, 3])).toEqual({ n: 2, mean: 2, sd: Math.SQRT2 });
});

test('no value has no mean, and one value no spread', () => {
  expect(sampleSummary([])).toEqual({ n: 0, mean: null, sd: null });
  expect(sampleSummary([7])).toEqual({ n: 1, mean: 7, sd: null });
});

test('values that differ by rounding alone have no spread', () => {
  expect(sampleSummary([1.3 - 1, 2.3 - 2, 3.3 - 3], 3.3).sd).toBe(0);
});

test('a small spread on a large level keeps its digits', () => {
  expect(sampleSummary([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).sd).toBeCloseTo(Math.sqrt(30), 12);
});

test('the order does not matter, and a shift moves the mean only', () => {
  const scores = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
      const summary = sampleSummary(Object.freeze(values));
      expect(sampleSummary([...values].reverse()).sd).toBeCloseTo(summary.sd!, 11);
      const shifted = sampleSummary(values.map((value) => value + shift));
      expect(shifted.mean).toBeCloseTo(summary.mean! + shift, 10);
      expect(shifted.sd).toBeCloseTo(summary.sd!, 10);
    }),
  );
});

test('a sum of numbers far apart in size is exact', () => {
  expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
});

test('values must be finite', () => {
  expect(() => sampleSummary([1, NaN])).toThrow('sampleSummary requires finite values');
});
