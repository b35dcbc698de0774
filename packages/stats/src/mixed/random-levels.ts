import { cholesky, semidefiniteRoot } from '../linear-algebra/cholesky.js';
import { multiply, transpose } from '../linear-algebra/multiply.js';
import { choleskyMap } from './cholesky-map.js';
import type { CovarianceMap } from './covariance-map.js';
import type { RandomTerm } from './model.js';
import { allPairs, type Level } from './problem.js';

/** The random effects of one grouping variable: its terms side by side. */
export type RandomLevel = {
  readonly group: string;
  readonly level: Level;
  readonly maps: readonly CovarianceMap[];
  /** Sets of effects that may go together, as places in `effects`. */
  readonly blocks: readonly (readonly number[])[];
  readonly effects: readonly string[];
};

/** The random terms of one group as one level; an uncorrelated term is one block per effect. */
export function randomLevel(group: string, terms: readonly RandomTerm[]): RandomLevel {
  const effects: string[] = [];
  const blocks: number[][] = [];
  for (const term of terms) {
    const places = term.effects.map((effect) => effects.push(effect) - 1);
    if (term.uncorrelated) blocks.push(...places.map((place) => [place]));
    else blocks.push(places);
  }
  return {
    group,
    effects,
    blocks,
    maps: blocks.map((block) => choleskyMap(block.length)),
    level: {
      width: effects.length,
      pairs: blocks.flatMap((block) => allPairs(block.length, block[0])),
    },
  };
}

/**
 * Units in which the random effects are about one and, within a block, unrelated: A with Z A having
 * mean squares of one. Searching there is easy whatever the units of time; D = A D' A'.
 * `null` when the effects of a block cannot be told apart.
 */
export function effectUnits(
  { blocks, level: { width } }: RandomLevel,
  meanSquares: Float64Array,
): Float64Array | null {
  const units = new Float64Array(width * width);
  for (const block of blocks) {
    const n = block.length;
    const own = new Float64Array(n * n);
    const scale = block.map((place) => Math.sqrt(meanSquares[place * width + place]!));
    if (scale.some((size) => !(size > 0))) return null;
    block.forEach((row, i) => {
      block.forEach((column, j) => {
        own[i * n + j] = meanSquares[row * width + column]! / (scale[i]! * scale[j]!);
      });
    });
    const factor = cholesky(own, n);
    if (!factor || block.some((_, i) => factor[i * n + i]! < 1e-6)) return null;
    // The transposed inverse of the factor, column by column.
    for (let j = 0; j < n; j += 1) {
      const x = new Float64Array(n);
      x[j] = 1;
      for (let i = n - 1; i >= 0; i -= 1) {
        for (let k = i + 1; k < n; k += 1) x[i]! -= factor[k * n + i]! * x[k]!;
        x[i]! /= factor[i * n + i]!;
      }
      for (let i = 0; i < n; i += 1) units[block[i]! * width + block[j]!] = x[i]! / scale[i]!;
    }
  }
  return units;
}

/** `units D units'`: a covariance found in the units of the search, in the model's own. */
export function inOwnUnits(units: Float64Array, matrix: Float64Array, width: number): Float64Array {
  const dims = [width, width, width] as const;
  const half = multiply(units, matrix, dims);
  const out = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j < width; j += 1)
      for (let k = 0; k < width; k += 1)
        out[i * width + j]! += half[i * width + k]! * units[j * width + k]!;
  return out;
}

/**
 * The same for the covariance of random effects, by way of its root, so that a perfect correlation
 * stays perfect.
 */
export function effectsInOwnUnits(
  units: Float64Array,
  matrix: Float64Array,
  width: number,
): Float64Array {
  const dims = [width, width, width] as const;
  const root = multiply(units, semidefiniteRoot(matrix, width)!, dims);
  return multiply(root, transpose(root, width, width), dims);
}
