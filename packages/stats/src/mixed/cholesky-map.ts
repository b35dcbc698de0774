import { cholesky } from '../linear-algebra/cholesky.js';
import type { CovarianceMap } from './covariance-map.js';
import { allPairs } from './problem.js';

/**
 * A free covariance matrix D = L L' by its Cholesky factor L, by rows of the lower triangle. Any L
 * gives a proper D, and a zero on the diagonal gives a variance of zero or a perfect correlation.
 * The sign of a column of L does not matter, so no bound is needed (Pinheiro and Bates, 1996).
 */
export function choleskyMap(width: number): CovarianceMap {
  const pairs = allPairs(width);
  const size = pairs.length;
  const place = (a: number, b: number) => (a * (a + 1)) / 2 + b;
  return {
    size,
    linear: size,
    bounds: Array.from({ length: width }, (_, i) => place(i, i)),
    free(values) {
      const matrix = new Float64Array(width * width);
      pairs.forEach(([a, b], i) => (matrix[a * width + b] = values[i]!));
      const factor = cholesky(matrix, width);
      return factor && Float64Array.from(pairs, ([a, b]) => factor[a * width + b]!);
    },
    values(free) {
      return Float64Array.from(pairs, ([a, b]) => {
        let sum = 0;
        for (let k = 0; k <= b; k += 1) sum += free[place(a, k)]! * free[place(b, k)]!;
        return sum;
      });
    },
    jacobian(free) {
      const out = new Float64Array(size * size);
      pairs.forEach(([a, b], i) => {
        for (let k = 0; k <= b; k += 1) {
          out[i * size + place(a, k)]! += free[place(b, k)]!;
          out[i * size + place(b, k)]! += free[place(a, k)]!;
        }
      });
      return out;
    },
    curvature(_free, weights) {
      const out = new Float64Array(size * size);
      pairs.forEach(([a, b], i) => {
        for (let k = 0; k <= b; k += 1) {
          out[place(a, k) * size + place(b, k)]! += weights[i]!;
          out[place(b, k) * size + place(a, k)]! += weights[i]!;
        }
      });
      return out;
    },
  };
}
