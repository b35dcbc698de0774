import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrapBca, bootstrapPercentile } from './bootstrap.js';
import { bcaLimits, percentileLimits } from './bootstrap-limits.js';
import { jackknifeAcceleration } from './jackknife.js';
import { replicateQuantile } from './replicate-quantile.js';

/** Changes of ten people (Student, 1908; R datasets::sleep). */
const sleep = Object.freeze([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

// R: boot::boot.ci over 20,000 replicates, several runs: 1.0508 (SD 0.003), 2.6314 (SD 0.019)
test('the BCa interval of the sleep data is R’s, within its noise', () => {
  const result = bootstrapBca(sleep, mean, { seed: 7, replicates: 20_000 });
  if (!result.computable) throw new Error(result.reason);
  expect(Math.abs(result.interval.low - 1.0508)).toBeLessThan(0.015);
  expect(Math.abs(result.interval.high - 2.6314)).toBeLessThan(0.1);
  expect(result).toMatchObject({ n: 10, replicates: 20_000, dropped: 0, seed: 7 });
});

test('the acceleration of the sleep data is 0.0776', () => {
  expect(jackknifeAcceleration(sleep, mean)).toMatchObject({
    acceleration: expect.closeTo(0.07757998547517193, 14) as number,
  });
});

test('the same seed gives the same bytes, another seed others', () => {
  const run = (seed: number) =>
    JSON.stringify(bootstrapBca(sleep, mean, { seed, replicates: 500 }));
  expect(run(1)).toBe(run(1));
  expect(run(1)).not.toBe(run(2));
});

test('a shift of all values shifts the interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: -64, max: 64 }), fc.nat(), (shift, seed) => {
      const moved = sleep.map((value) => value + shift);
      const options = { seed, replicates: 300 };
      const one = bootstrapPercentile(sleep, mean, options);
      const other = bootstrapPercentile(moved, mean, options);
      if (!one.computable || !other.computable) throw new Error('ten values are enough');
      expect(other.interval.low).toBeCloseTo(one.interval.low + shift, 10);
      expect(other.acceleration).toBeNull();
    }),
    { numRuns: 20 },
  );
});

test('pairs are resampled whole', () => {
  const pairs = [
    [1, 2],
    [2, 4],
    [3, 6],
    [5, 10],
  ] as const;
  const ratio = (sample: readonly (readonly [number, number])[]) =>
    mean(sample.map(([, after]) => after)) / mean(sample.map(([before]) => before));
  const result = bootstrapPercentile(pairs, ratio, { seed: 3, replicates: 50 });
  expect(result).toMatchObject({ value: 2, interval: { low: 2, high: 2 }, z0: null });
});

test('replicates in which nothing can be computed are counted, and too many refused', () => {
  const spread = (values: readonly number[]) => (new Set(values).size > 1 ? mean(values) : null);
  const some = bootstrapPercentile([1, 2], spread, { seed: 1, replicates: 1000 });
  if (!some.computable) throw new Error(some.reason);
  expect(some.dropped).toBeGreaterThan(400);
  expect(some.dropped + some.replicates).toBe(1000);
  const most = (values: readonly number[]) => (new Set(values).size > 2 ? mean(values) : null);
  expect(bootstrapPercentile([1, 2, 3], most, { seed: 1, replicates: 1000 })).toMatchObject({
    computable: false,
    reason: 'rarely computable in a resample',
  });
});

test.each([
  { values: [], statistic: mean, reason: 'fewer than two values' },
  { values: [4], statistic: mean, reason: 'fewer than two values' },
  { values: [4, 5], statistic: mean, reason: 'fewer than three values' },
  { values: [4, 4, 4], statistic: mean, reason: 'no value has any influence' },
  { values: [4, 5, 6], statistic: () => null, reason: 'the statistic is not computable' },
])('$values are refused: $reason', ({ values, statistic, reason }) => {
  const refusal = { computable: false, reason, n: values.length };
  expect(bootstrapBca(values, statistic, { seed: 1, replicates: 50 })).toEqual(refusal);
});

test('a statistic that needs everyone has no jackknife', () => {
  const all = (values: readonly number[]) => (values.length === 3 ? mean(values) : null);
  expect(jackknifeAcceleration([1, 2, 3], all)).toMatchObject({
    reason: 'not computable without one of the values',
  });
});

const replicates = Array.from({ length: 99 }, (_, i) => i + 1);

test('a symmetric spread of replicates without acceleration gives the percentiles', () => {
  const bca = bcaLimits(replicates, { value: 50.25, acceleration: 0 }, { level: 0.9 });
  const plain = percentileLimits(replicates, 50, { level: 0.9 });
  expect(plain).toMatchObject({ interval: { low: 5, high: 95 } });
  expect(bca).toMatchObject({ z0: expect.closeTo(0.01266007694, 10) as number });
});

test('replicates on one side, or a runaway correction, are refused', () => {
  expect(bcaLimits(replicates, { value: 0, acceleration: 0 })).toMatchObject({ computable: false });
  expect(bcaLimits(replicates, { value: 500, acceleration: 0 })).toMatchObject({
    computable: false,
  });
  expect(bcaLimits(replicates, { value: 60, acceleration: 0.6 })).toMatchObject({
    reason: 'too skewed for this level',
  });
  expect(percentileLimits([], 1)).toMatchObject({ computable: false, n: 0 });
});

test('between two ranks a quantile is interpolated, beyond the last it stays there', () => {
  expect(replicateQuantile([1, 2, 3], 0.5)).toBe(2);
  expect(replicateQuantile([1, 2, 3], 0.375)).toBeCloseTo(1 + 0.527584572, 8);
  expect([0.01, 0.99].map((p) => replicateQuantile([1, 2, 3], p))).toEqual([1, 3]);
});

test('a statistic that is not a number counts as not computable', () => {
  const rarely = (sample: readonly number[]) => (sample[0] === sleep[0] ? NaN : mean(sample));
  expect(bootstrapPercentile(sleep, rarely, { seed: 1, replicates: 50 })).toMatchObject({
    computable: false,
    reason: 'the statistic is not computable',
  });
  const last = sleep.at(-1)!;
  const sometimes = (sample: readonly number[]) => (sample[0] === last ? Infinity : mean(sample));
  const found = bootstrapPercentile(sleep, sometimes, { seed: 1, replicates: 50 });
  if (!found.computable) throw new Error(found.reason);
  expect(found.dropped).toBeGreaterThan(0);
  expect(Number.isFinite(found.interval.high)).toBe(true);
});
