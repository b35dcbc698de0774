/** Read by place: taking a tuple apart costs more than a small product. */
type Dimensions = readonly [n: number, m: number, k: number];

/**
 * The product of an n x m and an m x k matrix, both stored by rows; `out` may be handed in to be
 * filled again, as in the two below. R: `a %*% b`.
 */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  size: Dimensions,
  out: Float64Array = new Float64Array(size[0] * size[2]),
): Float64Array {
  const n = size[0];
  const m = size[1];
  const k = size[2];
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < k; j += 1) {
      let sum = 0;
      for (let l = 0; l < m; l += 1) sum += a[i * m + l]! * b[l * k + j]!;
      out[i * k + j] = sum;
    }
  return out;
}

/** `a' b` for an n x m matrix a and an n x k matrix b. R: `crossprod(a, b)`. */
export function multiplyTransposed(
  a: Float64Array,
  b: Float64Array,
  size: Dimensions,
  out: Float64Array = new Float64Array(size[1] * size[2]),
): Float64Array {
  const n = size[0];
  const m = size[1];
  const k = size[2];
  for (let i = 0; i < m; i += 1)
    for (let j = 0; j < k; j += 1) {
      let sum = 0;
      for (let l = 0; l < n; l += 1) sum += a[l * m + i]! * b[l * k + j]!;
      out[i * k + j] = sum;
    }
  return out;
}

/** `a b'` for an n x m matrix a and a k x m matrix b. R: `tcrossprod(a, b)`. */
export function multiplyByTransposed(
  a: Float64Array,
  b: Float64Array,
  size: Dimensions,
  out: Float64Array = new Float64Array(size[0] * size[2]),
): Float64Array {
  const n = size[0];
  const m = size[1];
  const k = size[2];
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < k; j += 1) {
      let sum = 0;
      for (let l = 0; l < m; l += 1) sum += a[i * m + l]! * b[j * m + l]!;
      out[i * k + j] = sum;
    }
  return out;
}

/** `b' a b` for an n x n matrix a and an n x m matrix b. R: `t(b) %*% a %*% b`. */
export function sandwich(a: Float64Array, b: Float64Array, n: number, m: number): Float64Array {
  return multiplyTransposed(b, multiply(a, b, [n, n, m]), [n, m, m]);
}

/** The sum of the products of two lists of numbers. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** The first rows of a matrix of `width` columns, some of its columns. */
export function corner(
  matrix: Float64Array,
  width: number,
  [rows, from, columns]: readonly [rows: number, from: number, columns: number],
): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1, at += 1) out[at] = matrix[i * width + from + j]!;
  return out;
}
