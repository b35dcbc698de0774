import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import { multiply, multiplyByTransposed, multiplyTransposed } from '../linear-algebra/multiply.js';
import type { PatternRoom } from './pattern-room.js';
import type { Sums } from './sums.js';

/** Copies the first rows and columns of a matrix into a wider one. */
function put(
  from: Float64Array,
  [rows, columns, width]: readonly [rows: number, columns: number, width: number],
  to: Float64Array,
  [m, start]: readonly [width: number, start: number],
): void {
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) to[start + i * m + j] = from[i * width + j]!;
}

/** Where sums go, and whether rough information will do. */
type SumTarget = { readonly units: readonly Sums[]; readonly rough: boolean };

/**
 * Inverts a pattern's V = sum of parameter x G and adds W'A W and every W'A G_i A W of its people to
 * their units. Returns the logarithm of their determinants; `null` when V is no covariance.
 */
export function invertPattern(
  room: PatternRoom,
  parameters: Float64Array,
  { units, rough }: SumTarget,
): number | null {
  const { pattern, pairs, m, inverse, side, wide, both, within } = room;
  const { kinds, half, small } = room.scratch;
  const { size: r, inner: z, cells } = pattern;
  const w = wide.length / r;
  const q = z.length / r;
  const errors = m - q;
  small.fill(0);
  for (let x = 0; x < pairs.length && pairs[x]! < q; x += 3)
    small[pairs[x]! * q + pairs[x + 1]!] = parameters[pairs[x + 2]!]!;
  multiplyByTransposed(multiply(z, small, [r, q, q], half), z, [r, q, r], inverse);
  for (let i = 0; i < errors; i += 1) inverse[i * (r + 1)]! += parameters[pairs.at(-1)!]!;
  const factor = cholesky(inverse, r, room.scratch.factor);
  if (!factor) return null;
  inverseFromCholesky(factor, r, inverse);
  multiplyTransposed(pattern.wide, inverse, [r, w, r], wide);
  multiply(inverse, z, [r, r, q], half);
  // Z is [z I], so that its products hold those of z beside A itself.
  put(half, [r, q, q], side, [m, 0]);
  put(inverse, [r, errors, r], side, [m, q]);
  put(multiplyTransposed(pattern.wide, half, [r, w, q], small), [w, q, q], both, [m, 0]);
  put(wide, [w, errors, r], both, [m, q]);
  put(multiplyTransposed(z, half, [r, q, q], small), [q, q, q], within, [m, 0]);
  put(side, [errors, m, m], within, [m, q * m]);
  for (let i = 0; i < errors; i += 1)
    for (let a = 0; a < q; a += 1) within[a * m + q + i] = half[i * q + a]!;

  const end = rough ? w * w : kinds.length;
  kinds.fill(0);
  multiply(wide, pattern.wide, [w, r, w], kinds);
  for (let x = 0; x < pairs.length && !rough; x += 3)
    for (let i = 0, at = w * w * (1 + pairs[x + 2]!); i < w; i += 1) {
      const first = both[i * m + pairs[x]!]!;
      for (let j = 0; j < w; j += 1, at += 1) kinds[at]! += first * both[j * m + pairs[x + 1]!]!;
    }
  let people = 0;
  for (const { unit, count, mean } of cells) {
    const { matrices, score } = units[unit]!;
    people += count;
    for (let e = 0; e < end; e += 1) matrices[e]! += count * kinds[e]!;
    for (let i = 0; i < w; i += 1)
      for (let j = 0; j < r; j += 1) score[i]! += count * wide[i * r + j]! * mean[j]!;
  }
  return people * logDeterminant(factor, r);
}
