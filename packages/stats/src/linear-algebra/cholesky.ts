/**
 * The lower Cholesky factor of a symmetric n x n matrix stored by rows, or `null` when the matrix is
 * not positive definite. `out` may be handed in to be filled again; only the lower triangle of `a`
 * is read. R: `t(chol(a))`.
 */
export function cholesky(
  a: Float64Array,
  n: number,
  out: Float64Array = new Float64Array(n * n),
): Float64Array | null {
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = a[i * n + j]!;
      for (let k = 0; k < j; k += 1) rest -= out[i * n + k]! * out[j * n + k]!;
      if (i === j && !(rest > 0)) return null;
      out[i * n + j] = i === j ? Math.sqrt(rest) : rest / out[j * n + j]!;
    }
    for (let j = i + 1; j < n; j += 1) out[i * n + j] = 0;
  }
  return out;
}

/** The inverse of the matrix whose Cholesky factor this is. R: `chol2inv(t(factor))`. */
export function inverseFromCholesky(
  factor: Float64Array,
  n: number,
  out: Float64Array = new Float64Array(n * n),
): Float64Array {
  // The inverse of the factor goes into the upper triangle, transposed; then its products with itself.
  for (let j = 0; j < n; j += 1) {
    out[j * n + j] = 1 / factor[j * n + j]!;
    for (let i = j + 1; i < n; i += 1) {
      let sum = 0;
      for (let k = j; k < i; k += 1) sum -= factor[i * n + k]! * out[j * n + k]!;
      out[j * n + i] = sum / factor[i * n + i]!;
    }
  }
  for (let i = 0; i < n; i += 1)
    for (let j = i; j < n; j += 1) {
      let sum = 0;
      for (let k = j; k < n; k += 1) sum += out[i * n + k]! * out[j * n + k]!;
      out[i * n + j] = sum;
      out[j * n + i] = sum;
    }
  return out;
}

/** The logarithm of the determinant of the matrix whose Cholesky factor this is. */
export function logDeterminant(factor: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += 2 * Math.log(factor[i * (n + 1)]!);
  return sum;
}
