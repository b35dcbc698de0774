import type { Pair } from './problem.js';

/**
 * How each covariance parameter enters the covariance: G = sum of z_a z_b' over its entries, three
 * whole numbers each: a, b and the parameter.
 */
export type OrderedPairs = Int32Array;

/** A level's pairs in both orders, for the parameters from `first` on. */
export function orderPairs(pairs: readonly Pair[], first: number): number[] {
  return pairs.flatMap(([a, b], i) =>
    a === b ? [a, a, first + i] : [a, b, first + i, b, a, first + i],
  );
}

/** Twice the gradient and the information matrices, the lower triangles, while being summed. */
export type Information = {
  readonly k: number;
  /** Whether what estimating the coefficients takes is left out; see `addInformation`. */
  readonly rough: boolean;
  readonly gradient: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
};

/**
 * m x m matrices of the columns z of some people, with A = V^-1: how many there are, Z'AZ of one,
 * and sums of Z'A C A Z where C is the covariance of what was estimated, or products of residuals.
 */
export type Looks = {
  readonly m: number;
  readonly people: number;
  readonly within: Float64Array;
  readonly known: Float64Array;
  readonly left: Float64Array;
};

/**
 * Adds the people's part of the information: tr(A G_i A G_j A R) is the sum of
 * (Z'AZ)_bc (Z'ARAZ)_da over the entries (a, b) of i and (c, d) of j. Rough information takes
 * tr(Phi P_i Phi P_j) for what it is in complete balanced data: the sum of tr(A G_i A G_j A C).
 */
export function addInformation(
  { k, rough, gradient, observed, expected }: Information,
  pairs: OrderedPairs,
  { m, people, within, known, left }: Looks,
): void {
  const share = rough ? 1 : 2;
  for (let x = 0; x < pairs.length; x += 3) {
    const a = pairs[x]!;
    const b = pairs[x + 1]!;
    const i = pairs[x + 2]!;
    const at = a * m + b;
    gradient[i]! += known[at]! + left[at]! - people * within[at]!;
    for (let y = 0; y < pairs.length; y += 3) {
      const j = pairs[y + 2]!;
      const factor = within[b * m + pairs[y]!]!;
      if (j > i || factor === 0) continue;
      const from = pairs[y + 1]! * m + a;
      const plain = people * within[from]!;
      observed[i * k + j]! += factor * (share * known[from]! + 2 * left[from]! - plain);
      expected[i * k + j]! += factor * (plain - share * known[from]!);
    }
  }
}

/** The m x m matrix S with Z S Z' = sum of weight_ij G_i A G_j, to be put between Z'A and AZ. */
export function foldPairs(
  pairs: OrderedPairs,
  { within, m }: Pick<Looks, 'within' | 'm'>,
  { weights, k }: { readonly weights: Float64Array; readonly k: number },
): Float64Array {
  const out = new Float64Array(m * m);
  for (let x = 0; x < pairs.length; x += 3)
    for (let y = 0; y < pairs.length; y += 3)
      out[pairs[x]! * m + pairs[y + 1]!]! +=
        weights[pairs[x + 2]! * k + pairs[y + 2]!]! * within[pairs[x + 1]! * m + pairs[y]!]!;
  return out;
}
