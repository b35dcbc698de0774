import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { sampleSummary } from '../paired/index.js';
import type { SampleSummary } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { knownGroups, pooledVariance } from './known-groups.js';

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

type Terms = Pick<TwoSampleTest, 'n' | 'difference' | 'se' | 'df' | 'method'>;

function tested(terms: Terms, level: number): Result<TwoSampleTest> {
  const { difference, se, df } = terms;
  const t = difference / se;
  const half = tUpperQuantile((1 - level) / 2, df) * se;
  const interval = { low: difference - half, high: difference + half, level };
  return { computable: true, ...terms, t, p: tTwoSided(t, df), interval };
}

/** Welch's t test from the count, mean and standard deviation of each group. See `welchTest`. */
export function welchTestFromSummaries(
  a: SampleSummary,
  b: SampleSummary,
  { level = 0.95 } = {},
): Result<TwoSampleTest> {
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  const va = first.sd ** 2 / first.n;
  const vb = second.sd ** 2 / second.n;
  const variance = va + vb;
  if (variance === 0) return refuse('no spread in either group', a.n + b.n);
  const df = variance ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const difference = first.mean - second.mean;
  const se = Math.sqrt(variance);
  return tested({ n: [a.n, b.n], difference, se, df, method: 'Welch t test' }, level);
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
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  const variance = pooledVariance(first, second);
  if (variance === 0) return refuse('no spread in either group', a.n + b.n);
  const difference = first.mean - second.mean;
  const se = Math.sqrt(variance * (1 / a.n + 1 / b.n));
  const df = a.n + b.n - 2;
  return tested({ n: [a.n, b.n], difference, se, df, method: 'Student t test' }, level);
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
