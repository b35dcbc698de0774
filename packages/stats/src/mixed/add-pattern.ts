import type { Jets } from './jets.js';
import type { Cell, Pattern, Problem, Unit } from './problem.js';
import { sweep, upperPlace, upperSize, type JetMatrix } from './sweep.js';

/** Fills V = Z D Z' + s I: each parameter times its own columns of Z. */
function fillCovariance(
  jets: Jets,
  { start, parameters }: { start: number; parameters: number },
  { size: r, inner: z }: Pattern,
  { inner: { pairs, width: q }, residual }: Problem,
): void {
  for (let i = 0; i < r; i += 1)
    for (let j = i; j < r; j += 1) {
      const to = start + jets.size * upperPlace(r, i, j);
      for (let p = 0; p < pairs.length; p += 1) {
        const [a, b] = pairs[p]!;
        let factor = z[i * q + a]! * z[j * q + b]!;
        if (a !== b) factor += z[i * q + b]! * z[j * q + a]!;
        if (factor !== 0) jets.addScaled(to, parameters + p * jets.size, factor);
      }
      if (residual && i === j) jets.addScaled(to, parameters + pairs.length * jets.size, 1);
    }
}

/** Where the sums go: determinants, squares, and for each frame the matrix of [Z X y]. */
export type PatternTargets = {
  readonly logs: number;
  readonly squares: number;
  readonly frames: readonly JetMatrix[];
};

/** Where a pattern's V^-1, and what is made of it, lie. */
type PatternRoom = {
  /** Minus V^-1, after the sweep. */
  readonly start: number;
  /** W' V^-1, by rows, where W are the fixed columns and the cluster's effects. */
  readonly sides: number;
  /** W' V^-1 W, the upper triangle. */
  readonly products: number;
};

/** Makes W' V^-1 and W' V^-1 W of minus V^-1. */
function fillProducts(
  jets: Jets,
  { start, sides, products }: PatternRoom,
  { size: r, wide }: Pattern,
): void {
  const { size } = jets;
  const width = wide.length / r;
  for (let a = 0; a < width; a += 1) {
    for (let j = 0; j < r; j += 1) {
      const factor = wide[j * width + a]!;
      for (let i = 0; factor !== 0 && i < r; i += 1)
        jets.addScaled(sides + size * (a * r + i), start + size * upperPlace(r, i, j), -factor);
    }
    for (let b = 0; b <= a; b += 1)
      for (let j = 0; j < r; j += 1) {
        const factor = wide[j * width + b]!;
        const to = products + size * upperPlace(width, b, a);
        if (factor !== 0) jets.addScaled(to, sides + size * (a * r + j), factor);
      }
  }
}

/** Adds one cell's W' V^-1 [W y] to the matrix of its frame. */
function addCell(
  jets: Jets,
  { sides, products }: PatternRoom,
  { count, mean }: Cell,
  { target: { start, n }, places }: { target: JetMatrix; places: Unit['places'] },
): void {
  const { size } = jets;
  const width = places.length;
  const r = mean.length;
  for (let a = 0; a < width; a += 1)
    for (const row of places[a]!) {
      const score = start + size * upperPlace(n, row, n - 1);
      for (let j = 0; j < r; j += 1)
        jets.addScaled(score, sides + size * (a * r + j), count * mean[j]!);
      for (let b = 0; b < width; b += 1)
        for (const column of places[b]!)
          if (row <= column) {
            const from = products + size * upperPlace(width, a, b);
            jets.addScaled(start + size * upperPlace(n, row, column), from, count);
          }
    }
}

/** Adds one pattern's part of everything; false when its covariance is none. */
export function addPattern(
  jets: Jets,
  problem: Problem,
  { pattern, parameters }: { pattern: Pattern; parameters: number },
  { logs, squares, frames }: PatternTargets,
): boolean {
  const { size: r, wide, cells, total, people } = pattern;
  const { size } = jets;
  const width = wide.length / r;
  const start = jets.reserve(upperSize(r) + 1 + r * width + upperSize(width));
  const log = start + size * upperSize(r);
  const sides = log + size;
  const room = { start, sides, products: sides + size * r * width };
  fillCovariance(jets, { start, parameters }, pattern, problem);
  if (!sweep(jets, { start, n: r }, { pivots: r, log })) return false;
  jets.addScaled(logs, log, people);
  for (let i = 0; i < r; i += 1)
    for (let j = 0; j < r; j += 1)
      jets.addScaled(squares, start + size * upperPlace(r, i, j), -total[i * r + j]!);
  fillProducts(jets, room, pattern);
  for (const cell of cells) {
    const { frame, places } = problem.units[cell.unit]!;
    addCell(jets, room, cell, { target: frames[frame]!, places });
  }
  jets.release(start);
  return true;
}
