import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import {
  dot,
  multiply,
  multiplyByTransposed,
  multiplyTransposed,
} from '../linear-algebra/multiply.js';
import {
  addInformation,
  orderPairs,
  type Information,
  type OrderedPairs,
} from './ordered-pairs.js';
import type { Pattern, Problem } from './problem.js';
import type { Allocate } from './share-memory.js';
import type { Sums } from './sums.js';

/** One pattern's matrices at the parameters looked at last; A is its V^-1, W its wide columns. */
export type PatternRoom = {
  readonly pattern: Pattern;
  readonly pairs: OrderedPairs;
  /** Columns of Z: the random effects, then one for each row when it has an error of its own. */
  readonly m: number;
  readonly inverse: Float64Array;
  /** A Z. */
  readonly side: Float64Array;
  /** W'A and W'A Z. */
  readonly wide: Float64Array;
  readonly both: Float64Array;
  /** Z'A Z. */
  readonly within: Float64Array;
  readonly scratch: Scratch;
};

/** Room for what is wanted for a moment only, shared by all patterns with so many rows. */
type Scratch = Readonly<
  Record<
    | 'kinds'
    | 'rest'
    | 'along'
    | 'unsure'
    | 'known'
    | 'left'
    | 'half'
    | 'small'
    | 'squares'
    | 'factor',
    Float64Array
  >
>;

/** Makes room for patterns; those with as many rows share what they need for a moment. */
export function patternRooms(
  { inner, residual, patterns }: Problem,
  allocate: Allocate,
): PatternRoom[] {
  const q = inner.width;
  const count = 1 + inner.pairs.length + Number(residual);
  const ordered = orderPairs(inner.pairs, 0);
  const shapes = new Map<number, Pick<PatternRoom, 'm' | 'pairs' | 'scratch'>>();
  const shapeOf = (r: number, w: number) => {
    const own = residual ? r : 0;
    const errors = Array.from({ length: own }, (_, i) => [q + i, q + i, inner.pairs.length]);
    const m = q + own;
    const scratch = {
      kinds: allocate(count * w * w),
      rest: allocate(r),
      along: allocate(m),
      unsure: allocate(w * w),
      known: allocate(m * m),
      left: allocate(m * m),
      half: allocate(m * Math.max(r, w)),
      small: allocate(q * Math.max(q, w)),
      squares: allocate(r * r),
      factor: allocate(r * r),
    };
    return { m, pairs: Int32Array.from([...ordered, ...errors.flat()]), scratch };
  };
  return patterns.map((pattern) => {
    const { size: r, wide } = pattern;
    const w = wide.length / r;
    const shape = shapes.get(r) ?? shapeOf(r, w);
    shapes.set(r, shape);
    const { m } = shape;
    return {
      ...shape,
      pattern,
      inverse: allocate(r * r),
      side: allocate(r * m),
      wide: allocate(w * r),
      both: allocate(w * m),
      within: allocate(m * m),
    };
  });
}

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

/**
 * Adds what the residuals of a pattern's people, and what is not known of their coefficients, say
 * about the parameters. Returns the squares of the residuals in units of V.
 */
export function addResiduals(
  { pattern, pairs, m, inverse, side, wide, both, within, scratch }: PatternRoom,
  information: Information,
  { units, clustered }: { readonly units: readonly Sums[]; readonly clustered: boolean },
): number {
  const { rough } = information;
  const { size: r, cells, cross, wide: design } = pattern;
  const { rest, along, unsure, known, left, half, squares } = scratch;
  const w = wide.length / r;
  const alone = cells.length === 1 && !cross;
  unsure.fill(0);
  if (cross) squares.set(cross);
  else squares.fill(0);
  let people = 0;
  for (const { unit, count, mean } of cells) {
    const { beta, phi, pulls, score } = units[unit]!;
    people += count;
    for (let e = 0; e < w * w; e += 1) unsure[e]! += count * phi[e]!;
    for (let i = 0; i < r; i += 1) {
      let value = mean[i]!;
      for (let j = 0; j < w; j += 1) value -= design[i * w + j]! * beta[j]!;
      rest[i] = value;
      for (let j = 0; j <= i; j += 1) squares[i * r + j]! += count * value * rest[j]!;
    }
    for (let i = 0; clustered && i < w; i += 1)
      for (let j = 0; j < r; j += 1) score[i]! += count * wide[i * r + j]! * rest[j]!;
    if (rough && !alone) continue;
    multiplyTransposed(side, rest, [r, m, 1], along);
    for (let a = 0; alone && a < m; a += 1)
      for (let b = 0; b < m; b += 1) left[a * m + b] = count * along[a]! * along[b]!;
    for (let x = 0; x < pairs.length && !rough; x += 3) {
      const pull = count * along[pairs[x + 1]!]!;
      for (let i = 0, at = w * pairs[x + 2]!; i < w; i += 1, at += 1)
        pulls[at]! += pull * both[i * m + pairs[x]!]!;
    }
  }
  for (let i = 0; i < r; i += 1)
    for (let j = 0; j < i; j += 1) squares[j * r + i] = squares[i * r + j]!;
  if (!alone) multiplyTransposed(side, multiply(squares, side, [r, r, m], half), [r, m, m], left);
  multiplyTransposed(both, multiply(unsure, both, [w, w, m], half), [w, m, m], known);
  addInformation(information, pairs, { m, people, within, known, left });
  return dot(inverse, squares);
}
