import { addExactly, productRest } from './long-sum.js';
import { productPlace, type Moments } from './moments.js';

/**
 * The moments of one new column, the weighted sum of the columns there are: weights -1 and 1 turn
 * (before, after) into the change, weights of 1 turn items into their total.
 *
 * Sums stay exact, so a change that is the same for everybody has a spread of exactly zero.
 */
export function combineColumns(moments: Moments, weights: readonly number[]): Moments {
  const { width, n, sums, carries } = moments;
  if (weights.length !== width) throw new RangeError(`combineColumns requires ${width} weights`);
  const newSums = [0, 0];
  const newCarries = [0, 0];
  const addWeighted = (target: number, weight: number, place: number) => {
    const sum = sums[place]!;
    const rest = productRest(weight, sum) + weight * carries[place]!;
    addExactly(newSums, newCarries, target, weight * sum, rest);
  };
  for (let a = 0; a < width; a += 1) {
    addWeighted(0, weights[a]!, a);
    for (let b = 0; b < width; b += 1)
      addWeighted(1, weights[a]! * weights[b]!, productPlace(width, a, b));
  }
  return { width: 1, n, sums: newSums, carries: newCarries };
}
