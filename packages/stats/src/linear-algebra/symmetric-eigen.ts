/** Eigenvalues, and eigenvectors in the columns of `vectors`, of a symmetric n x n matrix. */
export type Eigen = { readonly values: Float64Array; readonly vectors: Float64Array };

function rotate(m: Float64Array, [a, b]: [number, number], [c, s]: [number, number]): void {
  const x = m[a]!;
  const y = m[b]!;
  m[a] = c * x - s * y;
  m[b] = s * x + c * y;
}

/**
 * All eigenvalues and eigenvectors by Jacobi's rotations (cyclic sweeps; Golub and Van Loan, Matrix
 * Computations, 8.5): accurate to the last digits for the small matrices of covariance parameters.
 * R: `eigen(a, symmetric = TRUE)`, but in no particular order.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) vectors[i * n + i] = 1;
  let rotated = true;
  for (let sweep = 0; sweep < 60 && rotated; sweep += 1) {
    rotated = false;
    for (let p = 0; p < n; p += 1)
      for (let q = p + 1; q < n; q += 1) {
        const off = a[p * n + q]!;
        if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(a[p * n + p]! * a[q * n + q]!))) continue;
        rotated = true;
        const ratio = (a[q * n + q]! - a[p * n + p]!) / (2 * off);
        const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
        const c = 1 / Math.hypot(1, t);
        for (let k = 0; k < n; k += 1) rotate(a, [k * n + p, k * n + q], [c, t * c]);
        for (let k = 0; k < n; k += 1) rotate(a, [p * n + k, q * n + k], [c, t * c]);
        for (let k = 0; k < n; k += 1) rotate(vectors, [k * n + p, k * n + q], [c, t * c]);
        a[p * n + q] = 0;
        a[q * n + p] = 0;
      }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}
