/** A square matrix taken apart for solving: its triangular factors and the order of its rows. */
export type Factored = { readonly n: number; readonly lu: Float64Array; readonly order: number[] };

/** Gaussian elimination with partial pivoting of an n x n matrix; `null` when it is singular. */
export function factorize(matrix: Float64Array, n: number): Factored | null {
  const lu = matrix.slice();
  const order = Array.from({ length: n }, (_, i) => i);
  for (let k = 0; k < n; k += 1) {
    let best = k;
    for (let i = k + 1; i < n; i += 1)
      if (Math.abs(lu[i * n + k]!) > Math.abs(lu[best * n + k]!)) best = i;
    if (lu[best * n + k] === 0) return null;
    if (best !== k) {
      const row = lu.slice(k * n, k * n + n);
      lu.copyWithin(k * n, best * n, best * n + n);
      lu.set(row, best * n);
      [order[k], order[best]] = [order[best]!, order[k]!];
    }
    for (let i = k + 1; i < n; i += 1) {
      const factor = lu[i * n + k]! / lu[k * n + k]!;
      lu[i * n + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j += 1) lu[i * n + j]! -= factor * lu[k * n + j]!;
    }
  }
  return { n, lu, order };
}

/** The x with `a x = b`. R: `solve(a, b)`. */
export function solve({ n, lu, order }: Factored, b: Float64Array): Float64Array {
  const x = Float64Array.from(order, (row) => b[row]!);
  for (let i = 0; i < n; i += 1) for (let k = 0; k < i; k += 1) x[i]! -= lu[i * n + k]! * x[k]!;
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= lu[i * n + k]! * x[k]!;
    x[i]! /= lu[i * n + i]!;
  }
  return x;
}

/** The x with `a' x = b`. R: `solve(t(a), b)`. */
export function solveTransposed({ n, lu, order }: Factored, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= lu[k * n + i]! * x[k]!;
    x[i]! /= lu[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1)
    for (let k = i + 1; k < n; k += 1) x[i]! -= lu[k * n + i]! * x[k]!;
  const out = new Float64Array(n);
  order.forEach((row, i) => (out[row] = x[i]!));
  return out;
}
