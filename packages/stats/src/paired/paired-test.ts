import { tCdf, tTwoSided, tUpper, tUpperQuantile } from '../distributions/index.js';
import { around } from '../result.js';
import type { Interval, Result } from '../result.js';
import { knownChange } from './known-pairs.js';
import { sampleSummary } from './sample-summary.js';
import type { SampleSummary } from './sample-summary.js';

/** A paired t test: the mean change with its interval, and how it compares with no change. */
export type PairedTest = {
  n: number;
  mean: number;
  sd: number;
  /** Standard error of the mean change. */
  se: number;
  t: number;
  df: number;
  /** Two-sided. */
  p: number;
  /** One-sided, for a mean change above zero. */
  pGreater: number;
  /** One-sided, for a mean change below zero. */
  pLess: number;
  interval: Interval;
  method: 'paired t test';
};

/**
 * Paired t test from the count, mean and standard deviation of the changes; for reports computed
 * from merged moments. See `pairedTest`.
 */
export function pairedTestFromSummary(
  change: SampleSummary,
  { level = 0.95 } = {},
): Result<PairedTest> {
  const known = knownChange(change);
  if ('computable' in known) return known;
  const { n, mean, sd } = known;
  const df = n - 1;
  const se = sd / Math.sqrt(n);
  const t = mean / se;
  const half = tUpperQuantile((1 - level) / 2, df) * se;
  return {
    computable: true,
    n,
    mean,
    sd,
    se,
    t,
    df,
    p: tTwoSided(t, df),
    pGreater: tUpper(t, df),
    pLess: tCdf(t, df),
    interval: around(mean, half, level),
    method: 'paired t test',
  };
}

/**
 * Paired t test (Student, 1908) of the mean change against zero; changes are follow-up minus
 * baseline of each person, in the units of the score. Needs two changes that are not all equal; the
 * interval assumes their mean is roughly normal. R: `t.test(changes, conf.level = level)`.
 */
export function pairedTest(changes: readonly number[], { level = 0.95 } = {}): Result<PairedTest> {
  return pairedTestFromSummary(sampleSummary(changes), { level });
}
