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
      if (i !== j) out[i * n + j] = rest / out[j * n + j]!;
      else if (rest > 0) out[i * n + i] = Math.sqrt(rest);
      else return null;
    }
    out.fill(0, i * n + i + 1, (i + 1) * n);
  }
  return out;
}

/** The logarithm of the determinant of the matrix whose Cholesky factor this is. */
export function logDeterminant(factor: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += Math.log(factor[i * n + i]!);
  return 2 * sum;
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
  for (let i = 0; i < n; i += 1) {
    for (let j = i; j < n; j += 1) {
      let sum = 0;
      for (let k = j; k < n; k += 1) sum += out[i * n + k]! * out[j * n + k]!;
      out[i * n + j] = sum;
    }
  }
  for (let i = 1; i < n; i += 1) for (let j = 0; j < i; j += 1) out[i * n + j] = out[j * n + i]!;
  return out;
}

/** The x with `a x = b`, where `factor` is the Cholesky factor of a. */
export function solveCholesky(factor: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= factor[i * n + k]! * x[k]!;
    x[i]! /= factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= factor[k * n + i]! * x[k]!;
    x[i]! /= factor[i * n + i]!;
  }
  return x;
}

/**
 * A lower triangular L with L L' = D for a positive semidefinite n x n matrix D, with columns of
 * zeros where D has nothing left; `null` when D is not positive semidefinite.
 */
export function semidefiniteRoot(matrix: Float64Array, n: number): Float64Array | null {
  const root = new Float64Array(n * n);
  for (let j = 0; j < n; j += 1) {
    let rest = matrix[j * n + j]!;
    for (let k = 0; k < j; k += 1) rest -= root[j * n + k]! ** 2;
    const slack = 1e-12 * matrix[j * n + j]!;
    if (rest < -slack) return null;
    if (rest <= slack) continue;
    root[j * n + j] = Math.sqrt(rest);
    for (let i = j + 1; i < n; i += 1) {
      let value = matrix[i * n + j]!;
      for (let k = 0; k < j; k += 1) value -= root[i * n + k]! * root[j * n + k]!;
      root[i * n + j] = value / root[j * n + j]!;
    }
  }
  return root;
}
