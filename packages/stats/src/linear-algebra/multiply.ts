/** The product of an n x m and an m x k matrix, both stored by rows. R: `a %*% b`. */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  [n, m, k]: readonly [number, number, number],
): Float64Array {
  const out = new Float64Array(n * k);
  for (let i = 0; i < n; i += 1)
    for (let l = 0; l < m; l += 1) {
      const factor = a[i * m + l]!;
      if (factor === 0) continue;
      for (let j = 0; j < k; j += 1) out[i * k + j]! += factor * b[l * k + j]!;
    }
  return out;
}

/** The transpose of an n x m matrix. R: `t(a)`. */
export function transpose(a: Float64Array, n: number, m: number): Float64Array {
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i += 1) for (let j = 0; j < m; j += 1) out[j * n + i] = a[i * m + j]!;
  return out;
}

/** `b' a b` for an n x n matrix a and an n x m matrix b. R: `t(b) %*% a %*% b`. */
export function sandwich(a: Float64Array, b: Float64Array, n: number, m: number): Float64Array {
  return multiply(transpose(b, n, m), multiply(a, b, [n, n, m]), [m, n, m]);
}

/** The sum of the products of two lists of numbers. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
