import { combineColumns } from './combine-columns.js';
import { centredProduct, meanOf, type Moments } from './moments.js';

/** What one column's moments say; `null` where this many values say nothing. */
export type Description = {
  readonly n: number;
  readonly mean: number | null;
  /** Sum of squares about the mean. */
  readonly sumSquares: number;
  /** Sample variance, divisor n - 1. */
  readonly variance: number | null;
  /** Sample standard deviation. */
  readonly sd: number | null;
  /** Standard error of the mean. */
  readonly se: number | null;
};

/** What paired moments say about before, after, their change and how they go together. */
export type PairedDescription = {
  readonly n: number;
  readonly before: Description;
  readonly after: Description;
  /** After minus before. */
  readonly change: Description;
  /** Sample covariance of before and after, divisor n - 1. */
  readonly covariance: number | null;
  /** Pearson's r, or `null` when one of the two never varies. */
  readonly correlation: number | null;
};

/**
 * Count, mean, variance and standard deviation of one column of the moments.
 * The sample variants (divisor n - 1); the same as `mean`, `var` and `sd` in R.
 */
export function describeMoments(moments: Moments, column = 0): Description {
  const { n } = moments;
  const mean = meanOf(moments, column);
  const sumSquares = centredProduct(moments, column);
  if (n < 2) return { n, mean, sumSquares, variance: null, sd: null, se: null };
  const variance = sumSquares / (n - 1);
  return { n, mean, sumSquares, variance, sd: Math.sqrt(variance), se: Math.sqrt(variance / n) };
}

/**
 * Means, spreads, covariance and change of paired moments (before in column 0, after in column 1).
 * Use it for per-program tables: it needs only sums, so programs can be merged first.
 * The same as `cov`, `cor` and `sd(after - before)` in R on the complete pairs.
 */
export function describePairedMoments(moments: Moments): PairedDescription {
  if (moments.width !== 2)
    throw new RangeError('describePairedMoments requires moments of width 2');
  const { n } = moments;
  const before = describeMoments(moments, 0);
  const after = describeMoments(moments, 1);
  const product = centredProduct(moments, 0, 1);
  const spread = Math.sqrt(before.sumSquares) * Math.sqrt(after.sumSquares);
  return {
    n,
    before,
    after,
    change: describeMoments(combineColumns(moments, [-1, 1])),
    covariance: n < 2 ? null : product / (n - 1),
    correlation: n < 2 || spread === 0 ? null : Math.max(-1, Math.min(1, product / spread)),
  };
}
