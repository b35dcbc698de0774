import { cholesky, inverseFromCholesky } from './cholesky.js';
import { symmetricEigen } from './symmetric-eigen.js';

/** A direction and how much a symmetric matrix stretches it. */
export type Stretch = { readonly value: number; readonly direction: Float64Array };

/** What brings a symmetric matrix to a diagonal of ones, and the matrix brought there. */
function scale(matrix: Float64Array, n: number) {
  const scales = new Float64Array(n);
  for (let i = 0; i < n; i += 1) scales[i] = 1 / Math.sqrt(Math.abs(matrix[i * (n + 1)]!) || 1);
  const scaled = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) scaled[i * n + j] = matrix[i * n + j]! * scales[i]! * scales[j]!;
  return { scales, scaled };
}

/**
 * Eigenvalues of a symmetric matrix brought to a diagonal of ones, in rising order, with their
 * directions in the matrix's own units: the matrix is their sum of value x inverse directions, its
 * inverse the sum of direction x direction / value. What is large does not depend on units.
 * R: `eigen(cov2cor(a))`.
 */
export function scaledEigen(matrix: Float64Array, n: number): Stretch[] {
  const { scales, scaled } = scale(matrix, n);
  const { values, vectors } = symmetricEigen(scaled, n);
  return Array.from(values, (value, e) => ({
    value,
    direction: scales.map((size, i) => size * vectors[i * n + e]!),
  })).sort((a, b) => a.value - b.value);
}

/**
 * The inverse of a symmetric matrix whose scaled eigenvalues are all above 1e-7, which is what most
 * are; `null` for others. `damping` is added to each scaled eigenvalue.
 */
export function firmInverse(matrix: Float64Array, n: number, damping = 0): Float64Array | null {
  const { scales, scaled } = scale(matrix, n);
  for (let i = 0; i < n; i += 1) scaled[i * (n + 1)]! += damping;
  const factor = cholesky(scaled, n);
  const inverse = factor && inverseFromCholesky(factor, n, scaled);
  let trace = 0;
  for (let i = 0; inverse && i < n; i += 1) {
    trace += inverse[i * (n + 1)]!;
    for (let j = 0; j < n; j += 1) inverse[i * n + j]! *= scales[i]! * scales[j]!;
  }
  // The largest eigenvalue of the inverse is below its trace.
  return trace < 1e7 ? inverse : null;
}

/**
 * The inverse of a symmetric matrix on the directions whose scaled eigenvalue is above 1e-9 times
 * the largest, and zero on the others: a direction nothing is known about gets no weight.
 */
export function positiveInverse(matrix: Float64Array, n: number): Float64Array {
  const firm = firmInverse(matrix, n);
  if (firm) return firm;
  const stretches = scaledEigen(matrix, n);
  const least = 1e-9 * Math.max(0, stretches.at(-1)?.value ?? 0);
  const out = new Float64Array(n * n);
  for (const { value, direction } of stretches)
    for (let i = 0; value > least && i < n; i += 1)
      for (let j = 0; j < n; j += 1) out[i * n + j]! += (direction[i]! * direction[j]!) / value;
  return out;
}
