import {
  centredProduct,
  combineColumns,
  describeMoments,
  selectColumns,
  type Moments,
} from '../moments/index.js';
import { refuse, type Result } from '../result.js';
import { alphaObstacle, alphaRatio } from './cronbach-alpha.js';

/** How one item goes with the rest of its scale. */
export type ItemFit = {
  /** Pearson's r of the item with the sum of the others; `null` when one of the two never varies. */
  readonly itemRest: number | null;
  /** Alpha of the other items; `null` when fewer than two are left or their total never varies. */
  readonly alphaIfDropped: number | null;
};

/** One `ItemFit` per item, in order. */
export type ItemAnalysis = {
  readonly items: readonly ItemFit[];
  readonly n: number;
  readonly method: 'corrected item-total correlations';
};

function itemRest(moments: Moments, item: number): number | null {
  const weights = Array.from({ length: moments.width }, (_, column) => Number(column !== item));
  const rest = describeMoments(combineColumns(moments, weights)).sumSquares;
  const own = describeMoments(moments, item).sumSquares;
  if (rest === 0 || own === 0) return null;
  let product = 0;
  for (let other = 0; other < moments.width; other += 1)
    if (other !== item) product += centredProduct(moments, item, other);
  return product / Math.sqrt(own) / Math.sqrt(rest);
}

function alphaWithout(moments: Moments, item: number): number | null {
  const others = Array.from({ length: moments.width }, (_, column) => column);
  const rest = selectColumns(moments, others.toSpliced(item, 1));
  const total = combineColumns(rest, Array<number>(rest.width).fill(1));
  return alphaObstacle(rest, describeMoments(total).variance) ? null : alphaRatio(rest);
}

/**
 * Corrected item-total correlations and alpha if an item were dropped, from item moments.
 *
 * Use it to look for an item scored the wrong way round, not to prune a validated instrument.
 * In R: `psych::alpha`, columns `r.drop` and `raw_alpha` of `alpha.drop`.
 */
export function analyseItems(moments: Moments): Result<ItemAnalysis> {
  const { n, width } = moments;
  if (width < 2) return refuse('an item analysis needs at least two items', n);
  if (n < 2) return refuse('an item analysis needs at least two people', n);
  const items = Array.from({ length: width }, (_, item) => ({
    itemRest: itemRest(moments, item),
    alphaIfDropped: alphaWithout(moments, item),
  }));
  return { computable: true, items, n, method: 'corrected item-total correlations' };
}
