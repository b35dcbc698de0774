import {
  corner,
  dot,
  multiply,
  multiplyByTransposed,
  multiplyTransposed,
  sandwich,
} from '../linear-algebra/multiply.js';
import { addTo, type ClusterRoom } from './cluster-room.js';
import { part, type Component } from './component.js';
import { addInformation, foldPairs, type Information, type OrderedPairs } from './ordered-pairs.js';
import type { Sums } from './sums.js';

/** The trace of the product of two n x n matrices. */
function traceOfProduct(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) sum += a[i * n + j]! * b[j * n + i]!;
  return sum;
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
