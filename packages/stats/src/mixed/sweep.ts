import type { Jets } from './jets.js';

/** Where the entry of a symmetric n x n matrix stored by the rows of its upper triangle lies. */
export function upperPlace(n: number, i: number, j: number): number {
  return i <= j ? (i * (2 * n - i - 1)) / 2 + j : (j * (2 * n - j - 1)) / 2 + i;
}

/** How many entries that takes. */
export const upperSize = (n: number) => (n * (n + 1)) / 2;

/** A symmetric matrix of numbers with derivatives, by the rows of its upper triangle. */
export type JetMatrix = { readonly start: number; readonly n: number };

/** How to sweep: on the first `pivots` rows, adding the logarithm of their determinant to `log`. */
export type SweepOptions = {
  readonly pivots: number;
  readonly log: number;
  /** Whether only the last block is wanted, for a third of the cost. */
  readonly forward?: boolean;
};

/**
 * Sweeps a symmetric matrix in place (Goodnight, 1979): of [A, B; B', C] it makes
 * [-A^-1, A^-1 B; ., C - B' A^-1 B]. So one loop inverts, solves and takes off what is explained.
 * False when A is not positive definite.
 */
export function sweep(
  jets: Jets,
  { start, n }: JetMatrix,
  { pivots, log, forward = false }: SweepOptions,
): boolean {
  const { size } = jets;
  const at = (i: number, j: number) => start + size * upperPlace(n, i, j);
  const scratch = jets.reserve(n + 1);
  const inverse = scratch + n * size;
  for (let k = 0; k < pivots; k += 1) {
    const pivot = at(k, k);
    const memory = jets.memory();
    if (!(memory[pivot]! > 0)) return false;
    jets.addLog(log, pivot);
    jets.invertNegative(inverse, pivot);
    const first = forward ? k + 1 : 0;
    memory.fill(0, scratch, inverse);
    for (let i = first; i < n; i += 1)
      if (i !== k) jets.addProduct(scratch + i * size, at(i, k), inverse);
    for (let i = first; i < n; i += 1)
      for (let j = i; i !== k && j < n; j += 1)
        if (j !== k) jets.addProduct(at(i, j), scratch + i * size, at(j, k));
    if (forward) continue;
    for (let i = 0; i < n; i += 1) {
      memory.fill(0, at(i, k), at(i, k) + size);
      if (i === k) jets.addScaled(pivot, inverse, 1);
      else jets.addScaled(at(i, k), scratch + i * size, -1);
    }
  }
  jets.release(scratch);
  return true;
}
