import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { sampleSummary } from '../paired/index.js';
import type { SampleSummary } from '../paired/index.js';
import { around, refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { knownGroups, pooledVariance } from './known-groups.js';
import type { KnownGroup } from './known-groups.js';

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

/** The variance of the difference and its degrees of freedom. */
type Spread = { readonly variance: number; readonly df: number };

function unequalSpreads(a: KnownGroup, b: KnownGroup): Spread {
  const own = a.sd ** 2 / a.n;
  const variance = own + b.sd ** 2 / b.n;
  const share = own / variance;
  return { variance, df: 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1)) };
}

function equalSpreads(a: KnownGroup, b: KnownGroup): Spread {
  return { variance: pooledVariance(a, b) * (1 / a.n + 1 / b.n), df: a.n + b.n - 2 };
}

const spreads = { 'Welch t test': unequalSpreads, 'Student t test': equalSpreads } as const;

function compare(
  method: TwoSampleTest['method'],
  [a, b]: readonly [SampleSummary, SampleSummary],
  level: number,
): Result<TwoSampleTest> {
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  const { variance, df } = spreads[method](first, second);
  if (variance === 0) return refuse('no spread in either group', a.n + b.n);
  const difference = first.mean - second.mean;
  const se = Math.sqrt(variance);
  const t = difference / se;
  const half = tUpperQuantile((1 - level) / 2, df) * se;
  return {
    computable: true,
    n: [a.n, b.n],
    difference,
    se,
    t,
    df,
    p: tTwoSided(t, df),
    interval: around(difference, half, level),
    method,
  };
}

/** Welch's t test from the count, mean and standard deviation of each group. See `welchTest`. */
export function welchTestFromSummaries(
  a: SampleSummary,
  b: SampleSummary,
  { level = 0.95 } = {},
): Result<TwoSampleTest> {
  return compare('Welch t test', [a, b], level);
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
  return compare('Student t test', [a, b], level);
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
