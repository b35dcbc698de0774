import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';

/** Eigenvalues, largest first, with their unit vectors as rows. */
export type Eigen = {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
};

/**
 * Eigenvalues and vectors of a small symmetric matrix given as rows, such as the covariances of a
 * scale's items, in falling order. In R: `eigen(m, symmetric = TRUE)`.
 */
export function sortedEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length;
  const { values, vectors } = symmetricEigen(Float64Array.from(matrix.flat()), n);
  const order = matrix.map((_, i) => i).sort((i, j) => values[j]! - values[i]!);
  return {
    values: order.map((i) => values[i]!),
    vectors: order.map((i) => matrix.map((_, row) => vectors[row * n + i]!)),
  };
}
