import {
  cholesky,
  inverseFromCholesky,
  logDeterminant,
  semidefiniteRoot,
} from '../linear-algebra/cholesky.js';
import { dot, multiply, sandwich, transpose } from '../linear-algebra/multiply.js';

/**
 * One cluster after its random effects were integrated out. With A = [X Z]' V0^-1 [X Z] from the
 * levels below and V = V0 + Z D Z', everything follows from M = (D^-1 + Z' V0^-1 Z)^-1
 * (Woodbury), computed so that D may be singular.
 */
export type LiftedFrame = {
  readonly fixed: number;
  readonly random: number;
  readonly logDeterminant: number;
  /** What the random effects take off the weighted sum of squares. */
  readonly explained: number;
  /** X' V^-1 X. */
  readonly information: Float64Array;
  /** X' V^-1 y. */
  readonly score: Float64Array;
  /** M, the covariance of the cluster's random effects once its data are known. */
  readonly posterior: Float64Array;
  /** M Z' V0^-1 X. */
  readonly shrunken: Float64Array;
  /** Z' V0^-1 y. */
  readonly randomScore: Float64Array;
  /** Z' V^-1 X. */
  readonly crossInformation: Float64Array;
  /** Z' V^-1 Z. */
  readonly randomInformation: Float64Array;
  /** I - M Z' V0^-1 Z. */
  readonly remaining: Float64Array;
};

type Shape = { fixed: number; random: number; covariance: Float64Array };

/** The part of a matrix from `row` and `column` on. */
export function block(
  matrix: Float64Array,
  stride: number,
  [row, column, rows, columns]: readonly [number, number, number, number],
): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1)
      out[i * columns + j] = matrix[(row + i) * stride + column + j]!;
  return out;
}

/** Integrates the random effects of one cluster out; see `LiftedFrame`. */
export function liftFrame(
  matrix: Float64Array,
  vector: Float64Array,
  { fixed, random, covariance }: Shape,
): LiftedFrame | null {
  if (random === 0) {
    const none = new Float64Array(0);
    return {
      fixed,
      random,
      logDeterminant: 0,
      explained: 0,
      information: matrix,
      score: vector,
      posterior: none,
      shrunken: none,
      randomScore: none,
      crossInformation: none,
      randomInformation: none,
      remaining: none,
    };
  }
  const width = fixed + random;
  const xx = block(matrix, width, [0, 0, fixed, fixed]);
  const zx = block(matrix, width, [fixed, 0, random, fixed]);
  const zz = block(matrix, width, [fixed, fixed, random, random]);
  const randomScore = vector.slice(fixed);
  const root = semidefiniteRoot(covariance, random);
  if (!root) return null;
  const core = sandwich(zz, root, random, random);
  for (let i = 0; i < random; i += 1) core[i * random + i]! += 1;
  const factor = cholesky(core, random);
  if (!factor) return null;
  const posterior = sandwich(
    inverseFromCholesky(factor, random),
    transpose(root, random, random),
    random,
    random,
  );
  const shrunken = multiply(posterior, zx, [random, random, fixed]);
  const effects = multiply(posterior, randomScore, [random, random, 1]);
  const remaining = multiply(posterior, zz, [random, random, random]).map((value, i) =>
    i % (random + 1) === 0 ? 1 - value : -value,
  );
  const turned = transpose(remaining, random, random);
  const xz = transpose(zx, random, fixed);
  const taken = multiply(xz, shrunken, [fixed, random, fixed]);
  const takenScore = multiply(xz, effects, [fixed, random, 1]);
  return {
    fixed,
    random,
    logDeterminant: logDeterminant(factor, random),
    explained: dot(effects, randomScore),
    information: xx.map((value, i) => value - taken[i]!),
    score: takenScore.map((value, i) => vector[i]! - value),
    posterior,
    shrunken,
    randomScore,
    crossInformation: multiply(turned, zx, [random, random, fixed]),
    randomInformation: multiply(turned, zz, [random, random, random]),
    remaining,
  };
}
