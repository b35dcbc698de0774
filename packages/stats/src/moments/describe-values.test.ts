import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeMoments } from './describe-moments.js';
import {
  describeValues,
  momentsOfCounts,
  quantileOfCounts,
  sideCounts,
} from './describe-values.js';
import { countValues, jointCountsOf } from './joint-counts.js';
import { momentsOf } from './moments.js';

const once = (values: readonly number[]) =>
  countValues(values.map((value) => ({ value, count: 1 })));

// R on c(2, 4, 4, 5, 7, 9): quantile, mad(constant = 1), e1071 type 2.
test('six scores are described as R describes them', () => {
  const found = describeValues(once([2, 4, 4, 5, 7, 9]));
  expect(found).toMatchObject({
    n: 6,
    sum: 31,
    lowest: 2,
    highest: 9,
    q1: 4,
    median: 4.5,
    q3: 6.5,
  });
  expect(found.medianDeviation).toBe(1.5);
  expect(found.variance).toBeCloseTo(6.166666666666667, 12);
  const m2 = found.sumSquares / 6;
  const cubes = [2, 4, 4, 5, 7, 9].reduce((sum, v) => sum + (v - 31 / 6) ** 3, 0) / 6;
  expect(found.skewness).toBeCloseTo(((cubes / m2 ** 1.5) * Math.sqrt(30)) / 4, 12);
});

test('describing from counts equals describing one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 1 }), (values) => {
      expect(describeMoments(momentsOfCounts(once(values)))).toEqual(
        describeMoments(momentsOf(values)),
      );
    }),
  );
});

test('the median has half of the values on either side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const median = quantileOfCounts(once(values), 0.5)!;
      expect(values.filter((v) => v < median).length * 2).toBeLessThanOrEqual(values.length);
      expect(values.filter((v) => v > median).length * 2).toBeLessThanOrEqual(values.length);
    }),
  );
});

test('no values say nothing', () => {
  expect(describeValues([])).toMatchObject({ n: 0, mean: null, median: null, skewness: null });
});

test('equal values have no shape', () => {
  expect(describeValues([{ value: 3, count: 9 }])).toMatchObject({
    sd: 0,
    skewness: null,
    kurtosis: null,
  });
});

test('either side of joint counts stands for itself', () => {
  const counts = jointCountsOf([
    [1, 5],
    [1, 6],
    [2, 5],
  ]);
  expect(sideCounts(counts, 0)).toEqual([
    { value: 1, count: 2 },
    { value: 2, count: 1 },
  ]);
  expect(sideCounts(counts, 1)).toEqual([
    { value: 5, count: 2 },
    { value: 6, count: 1 },
  ]);
});

test('a share above one is refused', () => {
  expect(() => quantileOfCounts([], 2)).toThrow(RangeError);
});
