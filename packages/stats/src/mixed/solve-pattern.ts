import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import { multiply, transpose } from '../linear-algebra/multiply.js';
import type { Level, Pattern } from './problem.js';

/** The covariance of one pattern's observations, turned round. */
export type SolvedPattern = {
  readonly logDeterminant: number;
  /** V^-1. */
  readonly inverse: Float64Array;
  /** V^-1 Z. */
  readonly weights: Float64Array;
  /** Z' V^-1 Z. */
  readonly information: Float64Array;
};

/** `Z D Z' + s I` turned round, or `null` when it is not positive definite. */
export function solvePattern(
  { size, inner }: Pattern,
  { width }: Level,
  covariance: Float64Array,
  residual: number,
): SolvedPattern | null {
  const zt = transpose(inner, size, width);
  const v = multiply(multiply(inner, covariance, [size, width, width]), zt, [size, width, size]);
  for (let i = 0; i < size; i += 1) v[i * size + i]! += residual;
  const factor = cholesky(v, size);
  if (!factor) return null;
  const inverse = inverseFromCholesky(factor, size, v);
  const weights = multiply(inverse, inner, [size, size, width]);
  return {
    logDeterminant: logDeterminant(factor, size),
    inverse,
    weights,
    information: multiply(zt, weights, [width, size, width]),
  };
}
