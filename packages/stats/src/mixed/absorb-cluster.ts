import type { Jets } from './jets.js';
import type { Level } from './problem.js';
import { upperPlace, type JetMatrix } from './sweep.js';

/** The random effects of a cluster, and where their traces go. */
export type Absorption = {
  readonly outer: Level;
  /** Where the parameters of their covariance D start. */
  readonly covariance: number;
  /** Where the logarithm of the determinant goes. */
  readonly log: number;
  /** Where what is left of the rows and columns after the random effects is added. */
  readonly target: JetMatrix;
};

/**
 * Integrates the random effects of one cluster out: of A = [Z W]' V0^-1 [Z W] it makes
 * W' V^-1 W = A_ww - A_wz (I + D A_zz)^-1 D A_zw with V = V0 + Z D Z' (Woodbury), which holds for a
 * singular D too, by Gaussian elimination with pivoting.
 */
export function absorbCluster(
  jets: Jets,
  { start, n }: JetMatrix,
  { outer, covariance, log, target }: Absorption,
): void {
  const { size } = jets;
  const q = outer.width;
  const at = (i: number, j: number) => start + size * upperPlace(n, i, j);
  // Rows of [I + D A_zz, -D A_zw], and a place for D, for the pivots and for their factors.
  const scratch = jets.reserve(q * n + q * q + 2);
  const row = Array.from({ length: q }, (_, i) => scratch + size * n * i);
  const spread = scratch + size * q * n;
  const inverse = spread + size * q * q;
  const factor = inverse + size;
  const memory = jets.memory();
  outer.pairs.forEach(([a, b], p) => {
    jets.addScaled(spread + size * (a * q + b), covariance + p * size, 1);
    if (a !== b) jets.addScaled(spread + size * (b * q + a), covariance + p * size, 1);
  });
  for (let i = 0; i < q; i += 1)
    for (let j = 0; j < n; j += 1) {
      const to = row[i]! + size * j;
      for (let l = 0; l < q; l += 1) jets.addProduct(to, spread + size * (i * q + l), at(l, j));
      if (i === j) memory[to]! += 1;
    }

  for (let k = 0; k < q; k += 1) {
    for (let i = k + 1; i < q; i += 1)
      if (Math.abs(memory[row[i]! + size * k]!) > Math.abs(memory[row[k]! + size * k]!))
        [row[i], row[k]] = [row[k]!, row[i]!];
    jets.addLog(log, row[k]! + size * k);
    jets.invertNegative(inverse, row[k]! + size * k);
    for (let i = 0; i < q; i += 1) {
      if (i === k) continue;
      memory.fill(0, factor, factor + size);
      jets.addProduct(factor, row[i]! + size * k, inverse);
      for (let j = k + 1; j < n; j += 1)
        jets.addProduct(row[i]! + size * j, factor, row[k]! + size * j);
    }
    // The row itself becomes minus its share, so that the last step is products alone.
    for (let j = k + 1; j < n; j += 1) {
      memory.fill(0, factor, factor + size);
      jets.addProduct(factor, row[k]! + size * j, inverse);
      memory.copyWithin(row[k]! + size * j, factor, factor + size);
    }
  }
  for (let i = q; i < n; i += 1)
    for (let j = i; j < n; j += 1) {
      const to = target.start + size * upperPlace(target.n, i - q, j - q);
      jets.addScaled(to, at(i, j), 1);
      for (let l = 0; l < q; l += 1) jets.addProduct(to, at(l, i), row[l]! + size * j);
    }
  jets.release(scratch);
}
