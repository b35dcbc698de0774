import type { ClusterWork } from './cluster-work.js';
import { likelihoodOf, type Engine } from './likelihood.js';
import type { Pattern, Problem } from './problem.js';

/** A problem's likelihood, and the way back to the data's units. */
export type Standard = {
  readonly engine: Engine;
  /** The coefficients taken off first, by set; and by unit, in its own columns. */
  readonly offsets: readonly Float64Array[];
  readonly unitOffsets: readonly Float64Array[];
  /** One unit of the problem's responses in the data's units. */
  readonly scale: number;
};

/** The sum of squares of all responses. */
function squaresOf(patterns: readonly Pattern[]): number {
  let sum = 0;
  for (const { cross, size, cells } of patterns) {
    for (let i = 0; cross && i < size; i += 1) sum += cross[i * (size + 1)]!;
    for (const { count, mean } of cells) for (const value of mean) sum += count * value * value;
  }
  return sum;
}

/**
 * Takes ordinary least squares off a problem's responses, in place: the rest of the work is with
 * numbers of the size of the residuals, so that adding a million to every score changes nothing but
 * the intercept. Or says why the problem has no answer.
 */
export function standardise(
  problem: Problem,
  clusterWork?: ClusterWork,
): Standard | { readonly reason: string } {
  const { patterns, inner, outer, residual, observations, coefficients } = problem;
  if (observations <= coefficients)
    return { reason: 'there are as many coefficients as observations' };
  const engine = likelihoodOf(problem, clusterWork);
  const own = inner.pairs.map(([a, b]) => Number(a === b && !residual));
  const plain = new Float64Array(own.length + 1 + outer.pairs.length);
  plain.set(residual ? [...own, 1] : own);
  if (!engine.solve(plain))
    return { reason: 'columns of the fixed part are nearly sums of others' };
  const offsets = engine.components.map(({ beta }) => beta.slice());
  const unitOffsets = engine.units.map(({ beta }) => beta.slice());
  const before = squaresOf(patterns);
  for (const { cells, wide, size } of patterns) {
    const width = wide.length / size;
    for (const { unit, mean } of cells)
      for (let i = 0; i < size; i += 1)
        for (let a = 0; a < width; a += 1)
          mean[i]! -= wide[i * width + a]! * unitOffsets[unit]![a]!;
  }
  const left = squaresOf(patterns);
  if (!(left > 1e-24 * before)) return { reason: 'nothing varies around the fixed part' };
  const scale = Math.sqrt(left / (observations - coefficients));
  for (const { cells, cross } of patterns) {
    for (const { mean } of cells) for (let i = 0; i < mean.length; i += 1) mean[i]! /= scale;
    for (let i = 0; cross && i < cross.length; i += 1) cross[i]! /= scale ** 2;
  }
  return { engine, offsets, unitOffsets, scale };
}
