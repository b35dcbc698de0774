import { tCdf, tUpper, tUpperQuantile } from '../distributions/index.js';
import { around } from '../result.js';
import type { Interval, Result } from '../result.js';
import { knownChange } from './known-pairs.js';
import type { SampleSummary } from './sample-summary.js';

/** Two one-sided tests: is the mean change inside the bounds? */
export type EquivalenceTest = {
  n: number;
  mean: number;
  df: number;
  /** Against a mean change at or below the low bound. */
  tLow: number;
  pLow: number;
  /** Against a mean change at or above the high bound. */
  tHigh: number;
  pHigh: number;
  /** The larger of the two: small values say that the change is no larger than the bounds. */
  p: number;
  /** At level 1 - 2 alpha, 90 % by default: equivalence holds when it lies inside the bounds. */
  interval: Interval;
  method: 'two one-sided t tests';
};

/**
 * Equivalence by two one-sided paired t tests (Schuirmann, 1987): shows that a mean change is too
 * small to matter, which a non-significant t test does not. The bounds are in score units, low <
 * high, and chosen beforehand. R: `TOSTER::t_TOST(changes, eqb = c(low, high))`.
 */
export function equivalenceTest(
  change: SampleSummary,
  { low, high }: { readonly low: number; readonly high: number },
  { alpha = 0.05 } = {},
): Result<EquivalenceTest> {
  if (!(low < high)) throw new RangeError('equivalenceTest requires low < high');
  const known = knownChange(change);
  if ('computable' in known) return known;
  const { n, mean, sd } = known;
  const df = n - 1;
  const se = sd / Math.sqrt(n);
  const tLow = (mean - low) / se;
  const tHigh = (mean - high) / se;
  const pLow = tUpper(tLow, df);
  const pHigh = tCdf(tHigh, df);
  const half = tUpperQuantile(alpha, df) * se;
  return {
    computable: true,
    n,
    mean,
    df,
    tLow,
    pLow,
    tHigh,
    pHigh,
    p: Math.max(pLow, pHigh),
    interval: around(mean, half, 1 - 2 * alpha),
    method: 'two one-sided t tests',
  };
}
