import { compensatedSum } from './compensated-sum.js';

/**
 * A sample by its count, mean and standard deviation (n - 1 in the divisor); `null` where there are
 * too few values for one. Every test here takes it, so a report can be computed from merged moments.
 */
export type SampleSummary = {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
};

/**
 * Count, mean and sample standard deviation. Values that differ by rounding alone have sd 0: 0.3
 * reached as 1.3 - 1 and as 2.3 - 2 is one value. `scale` is the size of the numbers the values were
 * computed from, their own by default. R: `length(x)`, `mean(x)`, `sd(x)`.
 */
export function sampleSummary(values: readonly number[], scale = largest(values)): SampleSummary {
  const n = values.length;
  if (!values.every(Number.isFinite)) throw new RangeError('sampleSummary requires finite values');
  if (n === 0) return { n, mean: null, sd: null };
  const mean = compensatedSum(values) / n;
  if (n === 1) return { n, mean, sd: null };
  const deviations = values.map((value) => value - mean);
  const drift = compensatedSum(deviations);
  const squares = compensatedSum(deviations.map((deviation) => deviation * deviation));
  const sd = Math.sqrt(Math.max(0, squares - (drift * drift) / n) / (n - 1));
  return { n, mean, sd: sd <= 8 * Number.EPSILON * scale ? 0 : sd };
}

/** The largest size among the values, 0 when there are none. */
export function largest(values: readonly number[]): number {
  let size = 0;
  for (const value of values) size = Math.max(size, Math.abs(value));
  return size;
}
