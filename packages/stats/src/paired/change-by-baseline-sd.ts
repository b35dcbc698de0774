import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { knownPairs } from './known-pairs.js';
import type { PairedSummary } from './paired-summary.js';
import { standardizedChange } from './standardized-change.js';
import type { StandardizedChange } from './standardized-change.js';

/**
 * Mean change in units of the spread at baseline, which no program can have influenced: Glass's
 * delta for pairs (Becker, 1988). Standard error sqrt(2 (1 - r)/n + d^2/(2n)). Refused when the
 * baseline, or r, has no spread to stand on. R: `metafor::escalc("SMCR", ...)`, before its
 * small-sample correction.
 */
export function changeByBaselineSd(
  summary: PairedSummary,
  { level = 0.95 } = {},
): Result<StandardizedChange> {
  const known = knownPairs(summary);
  if ('computable' in known) return known;
  const { n, mean, beforeSd } = known;
  const { correlation } = summary;
  if (beforeSd === 0) return refuse('no spread at baseline', n);
  if (correlation === null) return refuse('no spread at follow-up', n);
  const value = mean / beforeSd;
  const se = Math.sqrt((2 * (1 - correlation)) / n + (value * value) / (2 * n));
  return standardizedChange({ value, se, n, method: 'change by baseline SD' }, level);
}
