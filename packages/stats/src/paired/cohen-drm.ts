import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { knownPairs } from './known-pairs.js';
import type { PairedSummary } from './paired-summary.js';
import { standardizedChange } from './standardized-change.js';
import type { StandardizedChange } from './standardized-change.js';

/** Nearer to 1 than this, r leaves no spread that d_rm could be measured in. */
const sameAsOne = 1 - 1e-12;

/**
 * Cohen's d_rm = d_z sqrt(2 (1 - r)): the mean change in the units of one timepoint's spread, with
 * the correlation r of the timepoints taken out (Morris and DeShon, 2002). Standard error
 * sqrt((1/n + d^2/(2n)) 2 (1 - r)). Refused when r is undefined, or 1: then it is 0 whatever the
 * change. R: `effectsize::repeated_measures_d(after, before, method = "rm")`.
 */
export function cohenDrm(
  summary: PairedSummary,
  { level = 0.95 } = {},
): Result<StandardizedChange> {
  const known = knownPairs(summary);
  if ('computable' in known) return known;
  const { n, mean, changeSd } = known;
  const { correlation } = summary;
  if (correlation === null) return refuse('no spread at a timepoint', n);
  if (correlation > sameAsOne) return refuse('baseline and follow-up correlate perfectly', n);
  const factor = Math.sqrt(2 * (1 - correlation));
  const value = (mean / changeSd) * factor;
  const se = Math.sqrt(1 / n + (value * value) / (2 * n)) * factor;
  return standardizedChange({ value, se, n, method: "Cohen's d_rm" }, level);
}
