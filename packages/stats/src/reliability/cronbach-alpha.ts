import { fQuantile } from '../distributions/index.js';
import { combineColumns, describeMoments, type Moments } from '../moments/index.js';
import { refuse, type Interval, type Refusal, type Result } from '../result.js';
import { itemMomentsOf, type ItemRows } from './item-rows.js';

/** Cronbach's alpha of `k` items answered by `n` people. */
export type CronbachAlpha = {
  readonly alpha: number;
  /** Feldt's interval. */
  readonly interval: Interval;
  readonly n: number;
  readonly k: number;
  /** People left out because an item was blank. */
  readonly omitted: number;
  readonly method: 'Cronbach alpha, Feldt interval';
};

/** Why alpha cannot be computed from these items, or `undefined` when it can. */
export function alphaObstacle(
  { width, n }: Moments,
  totalVariance: number | null,
): Refusal | undefined {
  if (width < 2) return refuse('alpha needs at least two items', n);
  if (n < 2) return refuse('alpha needs at least two people with every item answered', n);
  if (totalVariance === 0) return refuse('the total score does not vary', n);
  return undefined;
}

/** The bare ratio behind alpha, for items whose total varies. */
export function alphaRatio(moments: Moments): number {
  const k = moments.width;
  const total = describeMoments(combineColumns(moments, Array<number>(k).fill(1))).sumSquares;
  let own = 0;
  for (let item = 0; item < k; item += 1) own += describeMoments(moments, item).sumSquares;
  return (k / (k - 1)) * (1 - own / total);
}

/**
 * Cronbach's alpha from gathered item moments, for data read in one pass or merged from parts.
 *
 * alpha = k / (k - 1) (1 - sum of item variances / variance of the total), sample variances
 * (Cronbach 1951). Interval: 1 - (1 - alpha) F with n - 1 and (n - 1)(k - 1) degrees of freedom
 * (Feldt, Woodruff and Salih 1987). In R: `psych::alpha`, `psych::alpha.ci`.
 */
export function cronbachAlphaOfMoments(
  moments: Moments,
  { level = 0.95, omitted = 0 } = {},
): Result<CronbachAlpha> {
  const { n, width: k } = moments;
  const total = combineColumns(moments, Array<number>(k).fill(1));
  const obstacle = alphaObstacle(moments, describeMoments(total).variance);
  if (obstacle) return obstacle;
  const alpha = alphaRatio(moments);
  const tail = (1 - level) / 2;
  const end = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return {
    computable: true,
    alpha,
    interval: { low: end(1 - tail), high: end(tail), level },
    n,
    k,
    omitted,
    method: 'Cronbach alpha, Feldt interval',
  };
}

/**
 * Cronbach's alpha of items answered by people, complete rows only: how far the items go together.
 * Say reversed items the right way round first. See `cronbachAlphaOfMoments` for formula and source.
 */
export function cronbachAlpha(rows: ItemRows, { level = 0.95 } = {}): Result<CronbachAlpha> {
  if (rows.length === 0) return refuse('there are no rows', 0);
  const { moments, omitted } = itemMomentsOf(rows);
  return cronbachAlphaOfMoments(moments, { level, omitted });
}
