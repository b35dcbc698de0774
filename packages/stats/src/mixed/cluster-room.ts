import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import {
  corner,
  dot,
  multiply,
  multiplyByTransposed,
  multiplyTransposed,
  sandwich,
} from '../linear-algebra/multiply.js';
import { part, type Component } from './component.js';
import { addInformation, foldPairs, type Information, type OrderedPairs } from './ordered-pairs.js';
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

/** The trace of the product of two n x n matrices. */
function traceOfProduct(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) sum += a[i * n + j]! * b[j * n + i]!;
  return sum;
}

const addTo = (target: Float64Array, values: Float64Array) =>
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

/** The sums of a cluster's people, its component with the covariance that is used, its own pairs. */
type ClusterParts = {
  readonly sums: Sums;
  readonly component: Component;
  readonly pairs: OrderedPairs;
};

/** What clusters say about the parameters besides what their people say; see `addResiduals`. */
export function addClusterInformation(
  information: Information,
  { q, k, turn, turnZ, across, within, sides }: ClusterRoom,
  { sums, component, pairs }: ClusterParts,
): void {
  const { observed, expected, k: size } = information;
  const { width: t, matrices, pulls, score } = sums;
  const { size: p, used } = component;
  // Z'V^-1 (y - X b), now that the score is that of what is left.
  const reach = score.slice(0, q);
  const unsure = multiply(across, used, [q, p, p]);
  const known = multiplyByTransposed(unsure, across, [q, p, q]);
  const left = multiply(reach, reach, [q, 1, q]);
  addInformation(information, pairs, { m: q, people: 1, within, known, left });
  for (let x = 0; x < pairs.length; x += 3) {
    const weight = reach[pairs[x + 1]!]!;
    const target = part(component.pulls, pairs[x + 2]!, p);
    part(across, pairs[x]!, p).forEach((value, i) => (target[i]! += weight * value));
  }
  const turned = sides.map((side, i) => {
    const zz = corner(part(matrices, i + 1, t * t), t, [q, 0, q]);
    const upper = side.subarray(0, q * p);
    const spread = multiply(upper, used, [q, p, p]);
    const pull = part(pulls, i, t);
    addTo(part(component.pulls, i, p), multiplyTransposed(turn, pull, [t, p, 1]));
    return {
      // Times K, and with it their products' traces.
      zz: multiply(k, zz, [q, q, q]),
      spread,
      upper: multiply(k, upper, [q, q, p]),
      pull: pull.subarray(0, q),
      shrunken: multiply(k, pull, [q, q, 1]),
      within: sandwich(zz, turnZ, q, q),
      toward: multiply(multiplyByTransposed(across, spread, [q, p, q]), turnZ, [q, q, q]),
      reached: multiplyTransposed(turnZ, pull, [q, q, 1]),
    };
  });
  turned.forEach((own, i) => {
    for (let j = 0; j <= i; j += 1) {
      const other = turned[j]!;
      const trace = traceOfProduct(own.zz, other.zz, q) + 2 * dot(own.spread, other.upper);
      observed[i * size + j]! -= trace + 2 * dot(own.pull, other.shrunken);
      expected[i * size + j]! += trace;
    }
    for (let x = 0; x < pairs.length; x += 3) {
      const [a, b, j] = [pairs[x]!, pairs[x + 1]!, pairs[x + 2]!];
      const trace = own.within[a * q + b]! - 2 * own.toward[a * q + b]!;
      observed[j * size + i]! += 2 * reach[a]! * own.reached[b]! - trace;
      expected[j * size + i]! += trace;
    }
  });
}

/**
 * The cluster's part of sum of weight_ij X'V^-1 G_i V^-1 G_j V^-1 X; `people` is that of its people
 * alone, by [Z X].
 */
export function foldCluster(
  { q, k, turn, turnZ, across, within, sides }: ClusterRoom,
  { width: t, phi: people }: Sums,
  {
    p,
    pairs,
    weights,
    size,
  }: {
    readonly p: number;
    readonly pairs: OrderedPairs;
    readonly weights: Float64Array;
    readonly size: number;
  },
): Float64Array {
  const out = sandwich(people, turn, t, p);
  const fold = foldPairs(pairs, { within, m: q }, { weights, k: size });
  addTo(out, sandwich(fold, across, q, p));
  sides.forEach((side, i) => {
    const upper = side.subarray(0, q * p);
    const weighted = new Float64Array(q * p);
    sides.forEach((other, j) => {
      const weight = weights[i * size + j]!;
      for (let e = 0; e < q * p; e += 1) weighted[e]! -= weight * other[e]!;
    });
    addTo(out, multiplyTransposed(upper, multiply(k, weighted, [q, q, p]), [q, p, p]));
    const spread = new Float64Array(q * q);
    for (let x = 0; x < pairs.length; x += 3)
      spread[pairs[x]! * q + pairs[x + 1]!]! += weights[i * size + pairs[x + 2]!]!;
    const turned = multiply(turnZ, multiply(spread, across, [q, q, p]), [q, q, p]);
    addTo(out, multiplyTransposed(upper, turned, [q, p, p]));
    addTo(out, multiplyTransposed(turned, upper, [q, p, p]));
  });
  return out;
}
