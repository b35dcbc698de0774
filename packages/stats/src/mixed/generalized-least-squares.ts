import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import { dot, multiply, transpose } from '../linear-algebra/multiply.js';
import { liftFrame, type LiftedFrame } from './lift-frame.js';
import { levelMatrix, type Pattern, type Problem, type Unit } from './problem.js';
import { solvePattern } from './solve-pattern.js';

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

/** Adds a unit's matrix in local columns to its frame's. */
export function scatterMatrix(
  target: Float64Array,
  width: number,
  source: Float64Array,
  { places }: Unit,
): void {
  const local = places.length;
  for (let i = 0; i < local; i += 1)
    for (const row of places[i]!)
      for (let j = 0; j < local; j += 1)
        for (const column of places[j]!) target[row * width + column]! += source[i * local + j]!;
}

/** Adds a unit's vector in local columns to its frame's. */
export function scatterVector(target: Float64Array, source: Float64Array, { places }: Unit): void {
  places.forEach((rows, i) => {
    for (const row of rows) target[row]! += source[i]!;
  });
}

type Sums = { logDeterminant: number; squares: number };

function addPattern(
  problem: Problem,
  pattern: Pattern,
  { covariance, residual }: { covariance: Float64Array; residual: number },
  { matrices, vectors, sums }: { matrices: Float64Array[]; vectors: Float64Array[]; sums: Sums },
): boolean {
  const solved = solvePattern(pattern, problem.inner, covariance, residual);
  if (!solved) return false;
  const { size, wide, cells } = pattern;
  const width = problem.fixedWidth + problem.outer.width;
  const weighted = transpose(multiply(solved.inverse, wide, [size, size, width]), size, width);
  const information = multiply(weighted, wide, [width, size, width]);
  for (const { unit, count, mean, cross } of cells) {
    sums.logDeterminant += count * solved.logDeterminant;
    sums.squares += count * dot(mean, multiply(solved.inverse, mean, [size, size, 1]));
    if (cross) sums.squares += dot(solved.inverse, cross);
    const matrix = matrices[unit]!;
    for (let i = 0; i < matrix.length; i += 1) matrix[i]! += count * information[i]!;
    const vector = vectors[unit]!;
    for (let i = 0; i < width; i += 1)
      for (let j = 0; j < size; j += 1) vector[i]! += count * weighted[i * size + j]! * mean[j]!;
  }
  return true;
}

/**
 * Coefficients by generalized least squares and the logarithm of the (restricted) likelihood for
 * given linear covariance parameters; `null` when they are outside what a covariance can be.
 * Patterson and Thompson (1971) for the restricted likelihood.
 */
export function solveProblem(problem: Problem, parameters: Float64Array): Solution | null {
  const { inner, outer, units, frames, components, restricted } = problem;
  const covariance = levelMatrix(inner, parameters);
  const residual = problem.residual ? parameters[inner.pairs.length]! : 0;
  const outerFrom = inner.pairs.length + Number(problem.residual);
  const outerCovariance = levelMatrix(outer, parameters.subarray(outerFrom));

  const width = problem.fixedWidth + outer.width;
  const matrices = units.map(() => new Float64Array(width * width));
  const vectors = units.map(() => new Float64Array(width));
  const sums = { logDeterminant: 0, squares: 0 };
  for (const pattern of problem.patterns)
    if (!addPattern(problem, pattern, { covariance, residual }, { matrices, vectors, sums }))
      return null;

  const frameMatrices = frames.map((frame) => new Float64Array(frame.width ** 2));
  const frameVectors = frames.map((frame) => new Float64Array(frame.width));
  units.forEach((unit, u) => {
    const frame = frames[unit.frame]!;
    scatterMatrix(frameMatrices[unit.frame]!, frame.width, matrices[u]!, unit);
    scatterVector(frameVectors[unit.frame]!, vectors[u]!, unit);
  });

  const lifted: LiftedFrame[] = [];
  const informations = components.map((size) => new Float64Array(size * size));
  const scores = components.map((size) => new Float64Array(size));
  for (const [f, frame] of frames.entries()) {
    const up = liftFrame(frameMatrices[f]!, frameVectors[f]!, {
      fixed: components[frame.component]!,
      random: outer.width,
      covariance: outerCovariance,
    });
    if (!up) return null;
    lifted.push(up);
    sums.logDeterminant += up.logDeterminant;
    sums.squares -= up.explained;
    const information = informations[frame.component]!;
    up.information.forEach((value, i) => (information[i]! += value));
    const score = scores[frame.component]!;
    up.score.forEach((value, i) => (score[i]! += value));
  }

  const solved: Coefficients[] = [];
  for (const [c, size] of components.entries()) {
    const factor = cholesky(informations[c]!, size);
    if (!factor) return null;
    const phi = inverseFromCholesky(factor, size);
    const beta = multiply(phi, scores[c]!, [size, size, 1]);
    sums.squares -= dot(beta, scores[c]!);
    if (restricted) sums.logDeterminant += logDeterminant(factor, size);
    solved.push({ beta, phi });
  }
  const free = problem.observations - (restricted ? problem.coefficients : 0);
  const logLik = -0.5 * (free * Math.log(2 * Math.PI) + sums.logDeterminant + sums.squares);
  return {
    logLik,
    innerCovariance: covariance,
    residualVariance: residual,
    components: solved,
    frames: lifted,
  };
}
