import { noncentralityFor } from '../distributions/index.js';
import type { Interval, Result } from '../result.js';
import { hedgesCorrection } from './hedges-correction.js';
import { knownChange } from './known-pairs.js';
import { sampleSummary } from './sample-summary.js';
import type { SampleSummary } from './sample-summary.js';
import { standardizedChange } from './standardized-change.js';
import type { StandardizedChange } from './standardized-change.js';

/** Cohen's d_z with its exact interval, and Hedges' g_z. */
export type CohenDz = {
  value: number;
  interval: Interval;
  /** Hedges' g_z = J d_z; `null` for two pairs, where J does not exist. */
  corrected: number | null;
  correctedInterval: Interval | null;
  n: number;
  method: "Cohen's d_z, noncentral t interval";
};

/** Cohen's d_z from the count, mean and standard deviation of the changes. See `cohenDz`. */
export function cohenDzFromSummary(change: SampleSummary, { level = 0.95 } = {}): Result<CohenDz> {
  const known = knownChange(change);
  if ('computable' in known) return known;
  const { n, mean, sd } = known;
  const value = mean / sd;
  const root = Math.sqrt(n);
  const tail = (1 - level) / 2;
  const end = (upper: number) => noncentralityFor(value * root, n - 1, upper) / root;
  const interval = { low: end(tail), high: end(1 - tail), level };
  const j = hedgesCorrection(n - 1);
  return {
    computable: true,
    value,
    interval,
    corrected: j === null ? null : j * value,
    correctedInterval:
      j === null ? null : { low: j * interval.low, high: j * interval.high, level },
    n,
    method: "Cohen's d_z, noncentral t interval",
  };
}

/**
 * Mean change in units of the spread of the changes: Cohen's d_z, also called the standardised
 * response mean. Not comparable with d from two groups, as it grows with the correlation of the two
 * timepoints. Interval by inverting the noncentral t (Steiger and Fouladi, 1997). Needs two changes
 * that are not all equal. R: `effectsize::cohens_d(changes)`.
 */
export function cohenDz(changes: readonly number[], { level = 0.95 } = {}): Result<CohenDz> {
  return cohenDzFromSummary(sampleSummary(changes), { level });
}

/**
 * Cohen's d_z with the large-sample standard error sqrt(1/n + d^2/(2n)) and its normal interval, for
 * tables that add up effects of many sources; prefer `cohenDz` for one sample. R: the variance of
 * `metafor::escalc("SMCC", ...)`, at d instead of g.
 */
export function cohenDzNormal(
  change: SampleSummary,
  { level = 0.95 } = {},
): Result<StandardizedChange> {
  const known = knownChange(change);
  if ('computable' in known) return known;
  const { n, mean, sd } = known;
  const value = mean / sd;
  const se = Math.sqrt(1 / n + (value * value) / (2 * n));
  return standardizedChange({ value, se, n, method: "Cohen's d_z, normal interval" }, level);
}
