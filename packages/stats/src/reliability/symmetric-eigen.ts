/** Eigenvalues, largest first, with their unit vectors as rows. */
export type Eigen = {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
};

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (rows: number[][], x: number, y: number, at: number) => {
    const first = rows[x]![at]!;
    const second = rows[y]![at]!;
    rows[x]![at] = c * first - s * second;
    rows[y]![at] = s * first + c * second;
  };
  const size = a.length;
  for (let at = 0; at < size; at += 1) turn(a, p, q, at);
  for (const row of a) {
    const first = row[p]!;
    const second = row[q]!;
    row[p] = c * first - s * second;
    row[q] = s * first + c * second;
  }
  for (let at = 0; at < size; at += 1) turn(v, p, q, at);
}

/**
 * Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations: slow for hundreds of
 * columns, accurate for the few items of a scale. In R: `eigen(m, symmetric = TRUE)`.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((_, j) => Number(i === j)));
  const scale = Math.max(...a.flat().map(Math.abs), Number.MIN_VALUE);
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let largest = 0;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        largest = Math.max(largest, Math.abs(a[p]![q]!));
        rotate(a, v, p, q);
      }
    }
    if (largest < 1e-300 || largest < 1e-18 * scale) break;
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v[i]!) };
}
