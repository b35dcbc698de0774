import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import {
  corner,
  multiply,
  multiplyByTransposed,
  multiplyTransposed,
  sandwich,
} from '../linear-algebra/multiply.js';
import { part, type Component } from './component.js';
import type { OrderedPairs } from './ordered-pairs.js';
import type { Sums } from './sums.js';

/**
 * One cluster's matrices at the parameters looked at last. Its people's V is V0 + Z D Z', with
 * inverse A - A Z K Z'A, K = (I + D Z'AZ)^-1 D (Woodbury), which holds for a singular D too; A is
 * the inverse of V0, and its sums are over [Z X].
 */
export type ClusterRoom = {
  /** Columns of Z. */
  readonly q: number;
  /** Covariance of the effects when the data and the coefficients are known. */
  readonly k: Float64Array;
  /** V^-1 X = A [Z X] times this, by columns of X; and of Z, the upper part alone. */
  readonly turn: Float64Array;
  readonly turnZ: Float64Array;
  /** Z'V^-1 X and Z'V^-1 Z. */
  readonly across: Float64Array;
  readonly within: Float64Array;
  /** [Z X]'A G_i V^-1 X for each parameter within subjects. */
  readonly sides: readonly Float64Array[];
};

/** The root of a covariance that may be singular: columns without variance are zero. */
function rootOf(matrix: Float64Array, n: number): Float64Array {
  const root = new Float64Array(n * n);
  for (let j = 0; j < n; j += 1)
    for (let i = j; i < n; i += 1) {
      let rest = matrix[i * n + j]!;
      for (let k = 0; k < j; k += 1) rest -= root[i * n + k]! * root[j * n + k]!;
      const pivot = root[j * n + j]!;
      if (i === j) root[i * n + j] = rest > 1e-14 * matrix[i * n + j]! ? Math.sqrt(rest) : 0;
      else root[i * n + j] = pivot && rest / pivot;
    }
  return root;
}

/** Adds a vector or matrix to another. */
export const addTo = (target: Float64Array, values: Float64Array) =>
  values.forEach((value, i) => (target[i]! += value));

/**
 * Integrates the effects of one cluster out: adds what is left of its sums to the component's.
 * Returns its matrices and the logarithm of the determinant that V has more than V0.
 */
export function absorbCluster(
  { width: t, matrices, score }: Sums,
  component: Component,
  { d, pairs, rough }: { d: Float64Array; pairs: OrderedPairs; rough: boolean },
): ClusterRoom & { readonly log: number } {
  const p = component.size;
  const q = t - p;
  const inner = rough ? 0 : matrices.length / (t * t) - 1;
  const zz = corner(matrices, t, [q, 0, q]);
  const root = rootOf(d, q);
  const core = sandwich(zz, root, q, q);
  for (let i = 0; i < q; i += 1) core[i * (q + 1)]! += 1;
  const factor = cholesky(core, q)!;
  const half = multiply(root, inverseFromCholesky(factor, q), [q, q, q]);
  const k = multiplyByTransposed(half, root, [q, q, q]);

  const turn = new Float64Array(t * p);
  turn.set(multiply(k, corner(matrices, t, [q, q, p]), [q, q, p]).map((value) => -value));
  for (let i = 0; i < p; i += 1) turn[(q + i) * p + i] = 1;
  const turnZ = multiply(k, zz, [q, q, q]).map((value) => -value);
  for (let i = 0; i < q; i += 1) turnZ[i * (q + 1)]! += 1;
  const sides: Float64Array[] = [];
  let across = new Float64Array();
  for (let i = 0; i <= inner; i += 1) {
    const side = multiply(part(matrices, i, t * t), turn, [t, t, p]);
    const target = part(component.matrices, i, p * p);
    if (i === 0) {
      across = side.slice(0, q * p);
      addTo(target, side.subarray(q * p));
    } else {
      addTo(target, multiplyTransposed(turn, side, [t, p, p]));
      sides.push(side);
    }
  }
  addTo(component.score, multiplyTransposed(turn, score, [t, p, 1]));
  for (let x = 0; x < pairs.length; x += 3)
    addTo(
      part(component.matrices, 1 + pairs[x + 2]!, p * p),
      multiplyTransposed(part(across, pairs[x]!, p), part(across, pairs[x + 1]!, p), [1, p, p]),
    );
  const within = multiply(zz, turnZ, [q, q, q]);
  return { q, k, turn, turnZ, across, within, sides, log: logDeterminant(factor, q) };
}

/** The effects of a cluster and the coefficients together, and how uncertain they are. */
export function predictCluster(
  { q, k, turn }: ClusterRoom,
  { matrices, score, width: t, beta, phi }: Sums,
  component: Component,
): void {
  const p = component.size;
  beta.set(component.beta, q);
  const zx = corner(matrices, t, [q, q, p]);
  const rest = multiply(zx, component.beta, [q, p, 1]).map((value, i) => score[i]! - value);
  beta.set(multiply(k, rest, [q, q, 1]));
  multiplyByTransposed(multiply(turn, component.used, [t, p, p]), turn, [t, p, t], phi);
  for (let i = 0; i < q; i += 1) for (let j = 0; j < q; j += 1) phi[i * t + j]! += k[i * q + j]!;
}
