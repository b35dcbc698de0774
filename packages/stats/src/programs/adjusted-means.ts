import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { centredProduct, meanOf, type Moments } from '../moments/index.js';
import { around, refuse, type Interval, type Result } from '../result.js';

/** One group's paired moments: before in column 0, after in column 1. */
export type GroupMoments = { readonly group: string; readonly moments: Moments };

/** A group's mean after, had it started where everybody together started. */
export type AdjustedMean = {
  readonly group: string;
  readonly n: number;
  readonly estimate: number;
  readonly se: number;
  readonly interval: Interval;
  /** Against a mean of zero. */
  readonly t: number;
  readonly p: number;
};

/** The analysis of covariance of scores after on scores before and group. */
export type AdjustedMeans = {
  readonly groups: readonly AdjustedMean[];
  /** Mean before of all pairs, where the adjusted means are read off. */
  readonly meanBefore: number;
  /** Common slope of after on before within groups. */
  readonly slope: number;
  readonly residualSd: number;
  readonly df: number;
  readonly n: number;
  readonly method: 'analysis of covariance, common slope';
};

type Within = { n: number; before: number; after: number; product: number; sumBefore: number };

function pool(groups: readonly GroupMoments[]): Within {
  const within = { n: 0, before: 0, after: 0, product: 0, sumBefore: 0 };
  for (const { moments } of groups) {
    within.n += moments.n;
    within.before += centredProduct(moments, 0);
    within.after += centredProduct(moments, 1);
    within.product += centredProduct(moments, 0, 1);
    within.sumBefore += moments.n * meanOf(moments, 0)!;
  }
  return within;
}

/**
 * Compares groups after, adjusted for where they started, from paired moments alone.
 *
 * after = group + slope x before, one slope and one residual variance for all; adjusted mean at the
 * mean before of all pairs. Groups that were not randomised can still differ in other ways. In R:
 * `emmeans(lm(after ~ before + group), ~ group)`.
 */
export function adjustedMeans(
  groups: readonly GroupMoments[],
  { level = 0.95 } = {},
): Result<AdjustedMeans> {
  const seen = groups.filter(({ moments }) => moments.n > 0);
  const { n, before, after, product, sumBefore } = pool(seen);
  const df = n - seen.length - 1;
  if (df < 1) return refuse('too few pairs for the number of groups', n);
  if (before === 0) return refuse('scores before do not vary within any group', n);
  const slope = product / before;
  const residual = after - slope * product;
  if (!(residual > 1e-13 * after)) return refuse('nothing is left unexplained', n);
  const variance = residual / df;
  const meanBefore = sumBefore / n;
  const reach = tUpperQuantile((1 - level) / 2, df);
  const adjust = ({ group, moments }: GroupMoments): AdjustedMean => {
    const away = meanBefore - meanOf(moments, 0)!;
    const estimate = meanOf(moments, 1)! + slope * away;
    const se = Math.sqrt(variance * (1 / moments.n + away ** 2 / before));
    const interval = around(estimate, reach * se, level);
    const t = estimate / se;
    return { group, n: moments.n, estimate, se, interval, t, p: tTwoSided(t, df) };
  };
  return {
    computable: true,
    groups: seen.map(adjust),
    meanBefore,
    slope,
    residualSd: Math.sqrt(variance),
    df,
    n,
    method: 'analysis of covariance, common slope',
  };
}
