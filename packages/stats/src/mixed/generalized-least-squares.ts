import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import { dot, multiply, transpose } from '../linear-algebra/multiply.js';
import { liftFrame, type LiftedFrame } from './lift-frame.js';
import { levelMatrix, type Pattern, type Problem } from './problem.js';
import { solvePattern, type SolvedPattern } from './solve-pattern.js';
import { emptySums, scatterSums, type UnitSums } from './unit-sums.js';

/** The coefficients of one component and their covariance. */
export type Coefficients = {
  readonly beta: Float64Array;
  /** (X' V^-1 X)^-1. */
  readonly phi: Float64Array;
};

/** The best coefficients for given covariance parameters, and how likely the data are. */
export type Solution = {
  /** Restricted when the problem says so; in the problem's own units. */
  readonly logLik: number;
  readonly innerCovariance: Float64Array;
  readonly residualVariance: number;
  readonly components: readonly Coefficients[];
  readonly frames: readonly LiftedFrame[];
};

/** Adds one pattern's [X Z]' V^-1 [X Z y] to its units; returns log |V| + y' V^-1 y. */
function addPattern(
  { size, wide, cells }: Pattern,
  { inverse, logDeterminant: spread }: SolvedPattern,
  { width, matrices, vectors }: UnitSums,
): number {
  const weighted = multiply(transpose(wide, size, width), inverse, [width, size, size]);
  const information = multiply(weighted, wide, [width, size, width]);
  let sum = 0;
  for (const { unit, count, mean, cross } of cells) {
    const at = unit * width * width;
    for (let i = 0; i < width * width; i += 1) matrices[at + i]! += count * information[i]!;
    for (let i = 0; i < width; i += 1) {
      let score = 0;
      for (let j = 0; j < size; j += 1) score += weighted[i * size + j]! * mean[j]!;
      vectors[unit * width + i]! += count * score;
    }
    let squares = 0;
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) squares += inverse[i * size + j]! * mean[i]! * mean[j]!;
    sum += count * (squares + spread);
    if (cross) sum += dot(inverse, cross);
  }
  return sum;
}

/**
 * Coefficients by generalized least squares and the logarithm of the (restricted) likelihood for
 * given linear covariance parameters; `null` when they are outside what a covariance can be.
 * Patterson and Thompson (1971) for the restricted likelihood.
 */
export function solveProblem(problem: Problem, parameters: Float64Array): Solution | null {
  const { inner, outer, units, frames, components, restricted, patterns } = problem;
  const innerCovariance = levelMatrix(inner, parameters);
  const residualVariance = problem.residual ? parameters[inner.pairs.length]! : 0;
  const outerFrom = inner.pairs.length + Number(problem.residual);
  const covariance = levelMatrix(outer, parameters.subarray(outerFrom));

  const gathered = emptySums(units.length, problem.fixedWidth + outer.width, 1);
  let sum = 0;
  for (const pattern of patterns) {
    const solved = solvePattern(pattern, inner, innerCovariance, residualVariance);
    if (!solved) return null;
    sum += addPattern(pattern, solved, gathered);
  }

  const { matrices, vectors } = scatterSums(gathered, units, frames);
  const lifted: LiftedFrame[] = [];
  const informations = components.map((size) => new Float64Array(size * size));
  const scores = components.map((size) => new Float64Array(size));
  for (let f = 0; f < frames.length; f += 1) {
    const { component } = frames[f]!;
    const fixed = components[component]!;
    const shape = { fixed, random: outer.width, covariance };
    const up = liftFrame(matrices[f]!, vectors[f]!, shape);
    if (!up) return null;
    lifted.push(up);
    sum += up.logDeterminant - up.explained;
    const information = informations[component]!;
    for (let i = 0; i < fixed * fixed; i += 1) information[i]! += up.information[i]!;
    for (let i = 0; i < fixed; i += 1) scores[component]![i]! += up.score[i]!;
  }

  const solved: Coefficients[] = [];
  for (let c = 0; c < components.length; c += 1) {
    const size = components[c]!;
    const factor = cholesky(informations[c]!, size);
    if (!factor) return null;
    const phi = inverseFromCholesky(factor, size);
    const beta = multiply(phi, scores[c]!, [size, size, 1]);
    sum -= dot(beta, scores[c]!);
    if (restricted) sum += logDeterminant(factor, size);
    solved.push({ beta, phi });
  }
  const free = problem.observations - (restricted ? problem.coefficients : 0);
  const logLik = -0.5 * (free * Math.log(2 * Math.PI) + sum);
  return { logLik, innerCovariance, residualVariance, components: solved, frames: lifted };
}
