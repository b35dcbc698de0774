import type { Pair } from './problem.js';

/** The places of a covariance in its symmetric matrix: one for a variance, two otherwise. */
export function mirrored([a, b]: Pair): readonly Pair[] {
  return a === b
    ? [[a, a]]
    : [
        [a, b],
        [b, a],
      ];
}

/** The sum of a symmetric matrix over the places of a pair: the derivative of its trace with D. */
export function alongPair(matrix: Float64Array, width: number, pair: Pair): number {
  const [a, b] = pair;
  return a === b ? matrix[a * width + a]! : matrix[a * width + b]! + matrix[b * width + a]!;
}

/**
 * Adds `tr(E_i N E_j L)` for every two covariances of one level to the lower triangle of `target`,
 * where E_i has ones at the places of covariance i. Both matrices are `width` x `width`.
 */
export function addPairs(
  { target, size, from }: { target: Float64Array; size: number; from: number },
  pairs: readonly Pair[],
  width: number,
  [n, l]: readonly [Float64Array, Float64Array],
): void {
  for (let i = 0; i < pairs.length; i += 1) {
    const [a, b] = pairs[i]!;
    for (let j = 0; j <= i; j += 1) {
      const [c, d] = pairs[j]!;
      let sum = n[b * width + c]! * l[d * width + a]!;
      if (a !== b) sum += n[a * width + c]! * l[d * width + b]!;
      if (c !== d) sum += n[b * width + d]! * l[c * width + a]!;
      if (a !== b && c !== d) sum += n[a * width + d]! * l[c * width + b]!;
      target[(from + i) * size + from + j]! += sum;
    }
  }
}
