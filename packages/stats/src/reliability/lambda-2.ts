import { centredProduct, combineColumns, describeMoments, type Moments } from '../moments/index.js';
import type { Result } from '../result.js';
import { alphaObstacle } from './cronbach-alpha.js';

/** Guttman's lambda-2 of one scale. */
export type GuttmanLambda2 = {
  readonly lambda2: number;
  readonly n: number;
  readonly method: 'Guttman lambda-2';
};

/**
 * Guttman's lambda-2, a lower bound to reliability that is never below alpha.
 *
 * (sum of covariances + sqrt(k / (k - 1) sum of squared covariances)) / variance of the total, over
 * all pairs i != j (Guttman 1945). In R: `psych::guttman`, `lambda.2`.
 */
export function guttmanLambda2(moments: Moments): Result<GuttmanLambda2> {
  const { n, width: k } = moments;
  const total = describeMoments(combineColumns(moments, Array<number>(k).fill(1)));
  const obstacle = alphaObstacle(moments, total.variance);
  if (obstacle) return obstacle;
  let sum = 0;
  let squares = 0;
  for (let a = 1; a < k; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const product = centredProduct(moments, a, b);
      sum += 2 * product;
      squares += 2 * product * product;
    }
  }
  const lambda2 = (sum + Math.sqrt((k / (k - 1)) * squares)) / total.sumSquares;
  return { computable: true, lambda2, n, method: 'Guttman lambda-2' };
}
