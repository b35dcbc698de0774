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
 * reached as 1.3 - 1 and as 2.3 - 2 is one value. R: `length(x)`, `mean(x)`, `sd(x)`.
 */
export function sampleSummary(values: readonly number[]): SampleSummary {
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null };
  const mean = compensatedSum(values) / n;
  if (n === 1) return { n, mean, sd: null };
  const deviations = values.map((value) => value - mean);
  const drift = compensatedSum(deviations);
  const squares = compensatedSum(deviations.map((deviation) => deviation * deviation));
  const sd = Math.sqrt(Math.max(0, squares - (drift * drift) / n) / (n - 1));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { n, mean, sd: sd <= 16 * Number.EPSILON * largest ? 0 : sd };
}
