import { centredProduct, type Moments } from '../moments/index.js';
import { refuse, type Result } from '../result.js';

/** Standardized alpha of one scale. */
export type StandardizedAlpha = {
  readonly alpha: number;
  readonly n: number;
  readonly method: 'standardized alpha';
};

/**
 * Standardized alpha: alpha of the items each divided by its own standard deviation.
 *
 * k r / (1 + (k - 1) r) with r the mean correlation between items. Only meaningful when items are
 * standardized before they are summed. In R: `std.alpha` of `psych::alpha`.
 */
export function standardizedAlpha(moments: Moments): Result<StandardizedAlpha> {
  const { n, width: k } = moments;
  if (k < 2) return refuse('alpha needs at least two items', n);
  if (n < 2) return refuse('alpha needs at least two people with every item answered', n);
  let sum = 0;
  for (let a = 1; a < k; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const spread =
        Math.sqrt(centredProduct(moments, a, a)) * Math.sqrt(centredProduct(moments, b, b));
      if (spread === 0) return refuse('an item never varies', n);
      sum += centredProduct(moments, a, b) / spread;
    }
  }
  const r = sum / ((k * (k - 1)) / 2);
  if (1 + (k - 1) * r <= 0) return refuse('the standardized total does not vary', n);
  const alpha = (k * r) / (1 + (k - 1) * r);
  return { computable: true, alpha, n, method: 'standardized alpha' };
}
