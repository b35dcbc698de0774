import { noncentralityFor } from '../distributions/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { sampleSummary } from './sample-summary.js';
import type { SampleSummary } from './sample-summary.js';

/** Cohen's d_z with its exact interval. */
export type CohenDz = {
  value: number;
  interval: Interval;
  n: number;
  method: "Cohen's d_z, noncentral t interval";
};

/** Cohen's d_z from the count, mean and standard deviation of the changes. See `cohenDz`. */
export function cohenDzFromSummary(
  { n, mean, sd }: SampleSummary,
  { level = 0.95 } = {},
): Result<CohenDz> {
  if (mean === null || n < 1) return refuse('no complete pairs', n);
  if (sd === null || n < 2) return refuse('one complete pair: no variance', n);
  if (sd === 0) return refuse('all changes identical: zero variance', n);
  const value = mean / sd;
  const root = Math.sqrt(n);
  const tail = (1 - level) / 2;
  const t = value * root;
  return {
    computable: true,
    value,
    interval: {
      low: noncentralityFor(t, n - 1, tail) / root,
      high: noncentralityFor(t, n - 1, 1 - tail) / root,
      level,
    },
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
