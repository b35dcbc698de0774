import { cholesky } from '../linear-algebra/cholesky.js';
import type { CovarianceMap } from './covariance-map.js';
import { allPairs } from './problem.js';

/**
 * A free covariance matrix D = L L' by its Cholesky factor L, by rows of the lower triangle. Any L
 * gives a proper D, and a zero on the diagonal gives a variance of zero or a perfect correlation.
 * The sign of a column of L does not matter, so no bound is needed (Pinheiro and Bates, 1996). The
 * search starts where all variances, and all covariances, are the same.
 */
export function choleskyMap(width: number, variance = 0.4, covariance = 0): CovarianceMap {
  const pairs = allPairs(width);
  const n = pairs.length;
  const place = (a: number, b: number) => (a * (a + 1)) / 2 + b;
  const factorOf = (values: ArrayLike<number>) => {
    const matrix = new Float64Array(width * width);
    pairs.forEach(([a, b], i) => (matrix[a * width + b] = values[i]!));
    const factor = cholesky(matrix, width);
    return factor && Float64Array.from(pairs, ([a, b]) => factor[a * width + b]!);
  };
  return {
    size: n,
    linear: n,
    start: [...factorOf(pairs.map(([a, b]) => (a === b ? variance : covariance)))!],
    bounds: Array.from({ length: width }, (_, b) =>
      Array.from({ length: width - b }, (_unused, i) => place(b + i, b)),
    ),
    free: factorOf,
    fill({ values, slopes, bends, weights, row, from }, free) {
      const size = slopes.length / values.length;
      pairs.forEach(([a, b], i) => {
        const at = row + i;
        for (let k = 0; k <= b; k += 1) {
          const [x, y] = [from + place(a, k), from + place(b, k)];
          values[at]! += free[x]! * free[y]!;
          slopes[at * size + x]! += free[y]!;
          slopes[at * size + y]! += free[x]!;
          bends[x * size + y]! += weights[at]!;
          bends[y * size + x]! += weights[at]!;
        }
      });
    },
  };
}
