import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { knownPairs } from './known-pairs.js';
import type { PairedSummary } from './paired-summary.js';
import { standardizedChange } from './standardized-change.js';
import type { StandardizedChange } from './standardized-change.js';

function byAverage(
  summary: PairedSummary,
  level: number,
  { average, method }: { average: (first: number, second: number) => number; method: string },
): Result<StandardizedChange> {
  const known = knownPairs(summary);
  if ('computable' in known) return known;
  const { n, mean, changeSd, beforeSd, afterSd } = known;
  const unit = average(beforeSd, afterSd);
  if (unit === 0) return refuse('no spread at either timepoint', n);
  const se = changeSd / Math.sqrt(n) / unit;
  return standardizedChange({ value: mean / unit, se, n, method }, level);
}

/**
 * Mean change in units of sqrt((sd1^2 + sd2^2) / 2), the root mean square of the spreads at both
 * timepoints: Cohen's d_av, variance variant. Comparable with d from two groups. Standard error
 * sqrt(var(change) / n) / unit. R: `effectsize::repeated_measures_d(after, before, method = "av")`
 * uses the mean of the two SDs instead; see `cohenDavBySd`.
 */
export function cohenDavByVariance(
  summary: PairedSummary,
  { level = 0.95 } = {},
): Result<StandardizedChange> {
  const average = (first: number, second: number) => Math.sqrt((first ** 2 + second ** 2) / 2);
  return byAverage(summary, level, { average, method: "Cohen's d_av, mean variance" });
}

/**
 * Mean change in units of (sd1 + sd2) / 2, the mean of the spreads at both timepoints: Cohen's
 * d_av, SD variant (Lakens, 2013). R: `mean(change) / mean(c(sd(before), sd(after)))`.
 */
export function cohenDavBySd(
  summary: PairedSummary,
  { level = 0.95 } = {},
): Result<StandardizedChange> {
  const average = (first: number, second: number) => (first + second) / 2;
  return byAverage(summary, level, { average, method: "Cohen's d_av, mean SD" });
}
