import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { sampleSummary } from '../paired/index.js';
import type { SampleSummary } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Interval, Refusal, Result } from '../result.js';

/** The difference of two independent means, the first minus the second. */
export type TwoSampleTest = {
  n: readonly [number, number];
  difference: number;
  se: number;
  t: number;
  df: number;
  /** Two-sided. */
  p: number;
  interval: Interval;
  method: 'Welch t test' | 'Student t test';
};

type Known = { readonly n: number; readonly mean: number; readonly sd: number };

function known({ n, mean, sd }: SampleSummary): Known | null {
  return mean === null || sd === null || n < 2 ? null : { n, mean, sd };
}

function compare(
  a: Known,
  b: Known,
  { se, df, level }: { se: number; df: number; level: number },
  method: TwoSampleTest['method'],
): Result<TwoSampleTest> {
  const difference = a.mean - b.mean;
  const t = difference / se;
  const half = tUpperQuantile((1 - level) / 2, df) * se;
  const interval = { low: difference - half, high: difference + half, level };
  const p = tTwoSided(t, df);
  return { computable: true, n: [a.n, b.n], difference, se, t, df, p, interval, method };
}

function refusal(a: SampleSummary, b: SampleSummary): Refusal {
  return refuse('fewer than two values in a group', Math.min(a.n, b.n));
}

/** Welch's t test from the count, mean and standard deviation of each group. See `welchTest`. */
export function welchTestFromSummaries(
  a: SampleSummary,
  b: SampleSummary,
  { level = 0.95 } = {},
): Result<TwoSampleTest> {
  const first = known(a);
  const second = known(b);
  if (!first || !second) return refusal(a, b);
  const va = first.sd ** 2 / first.n;
  const vb = second.sd ** 2 / second.n;
  if (va + vb === 0) return refuse('no spread in either group', a.n + b.n);
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return compare(first, second, { se: Math.sqrt(va + vb), df, level }, 'Welch t test');
}

/**
 * Welch's t test: the difference of two independent means without assuming equal spreads (Welch,
 * 1947; degrees of freedom by Satterthwaite). The default for comparing two groups. Needs two values
 * in each group and some spread. R: `t.test(a, b)`.
 */
export function welchTest(
  a: readonly number[],
  b: readonly number[],
  { level = 0.95 } = {},
): Result<TwoSampleTest> {
  return welchTestFromSummaries(sampleSummary(a), sampleSummary(b), { level });
}

/** Student's t test from the count, mean and standard deviation of each group. See `studentTest`. */
export function studentTestFromSummaries(
  a: SampleSummary,
  b: SampleSummary,
  { level = 0.95 } = {},
): Result<TwoSampleTest> {
  const first = known(a);
  const second = known(b);
  if (!first || !second) return refusal(a, b);
  const df = a.n + b.n - 2;
  const variance = ((a.n - 1) * first.sd ** 2 + (b.n - 1) * second.sd ** 2) / df;
  if (variance === 0) return refuse('no spread in either group', a.n + b.n);
  const se = Math.sqrt(variance * (1 / a.n + 1 / b.n));
  return compare(first, second, { se, df, level }, 'Student t test');
}

/**
 * Student's t test with the pooled variance, which assumes equal spreads in both groups; prefer
 * `welchTest`. Needs two values in each group and some spread. R: `t.test(a, b, var.equal = TRUE)`.
 */
export function studentTest(
  a: readonly number[],
  b: readonly number[],
  { level = 0.95 } = {},
): Result<TwoSampleTest> {
  return studentTestFromSummaries(sampleSummary(a), sampleSummary(b), { level });
}
