import { choleskyMap } from './cholesky-map.js';
import type { CovarianceMap } from './covariance-map.js';
import { allPairs } from './problem.js';

/**
 * Shapes of the covariance of repeated observations. All but `unstructured` have one correlation for
 * all pairs, one taken to the power of the distance, or one for each distance (in timepoints); one
 * spread for all timepoints or, when heterogeneous, one for each.
 */
export type CorrelationShape =
  | 'unstructured'
  | 'compound symmetry'
  | 'autoregressive'
  | 'Toeplitz'
  | 'heterogeneous compound symmetry'
  | 'heterogeneous autoregressive'
  | 'heterogeneous Toeplitz';

/**
 * A covariance of one shape for `timepoints` timepoints; see `CorrelationShape`. Free are logarithms
 * of standard deviations and inverse hyperbolic tangents of correlations.
 */
export function correlationMap(shape: CorrelationShape, timepoints: number): CovarianceMap {
  if (shape === 'unstructured') return choleskyMap(timepoints, 1, 0.4);
  const heterogeneous = shape.startsWith('h');
  const byDistance = shape.endsWith('Toeplitz');
  const spreads = heterogeneous ? timepoints : 1;
  const pairs = allPairs(timepoints);
  const ties = byDistance ? timepoints - 1 : Number(timepoints > 1);
  return {
    size: spreads + ties,
    linear: pairs.length,
    start: [...Array<number>(spreads).fill(0), ...Array<number>(ties).fill(0.4)],
    bounds: [],
    fill({ values, slopes, bends, weights, row, from }, free) {
      const size = slopes.length / values.length;
      pairs.forEach(([a, b], i) => {
        const at = row + i;
        const ends = [a, b].map((end) => from + (heterogeneous ? end : 0));
        const tie = from + spreads + (byDistance ? a - b - 1 : 0);
        const power = shape.endsWith('autoregressive') ? a - b : 1;
        // The correlation with its slope and bend for its free number; one, and none, for a variance.
        const rho = a === b ? 1 : Math.tanh(free[tie]!);
        const turn = 1 - rho * rho;
        const slope = power * rho ** (power - 1) * turn;
        const steep = power > 1 ? power * (power - 1) * rho ** (power - 2) * turn * turn : 0;
        const scale = Math.exp(free[ends[0]!]! + free[ends[1]!]!);
        const value = scale * rho ** power;
        const weight = weights[at]!;
        values[at]! += value;
        for (const end of ends) {
          slopes[at * size + end]! += value;
          for (const other of ends) bends[end * size + other]! += weight * value;
          if (a === b) continue;
          bends[end * size + tie]! += weight * scale * slope;
          bends[tie * size + end]! += weight * scale * slope;
        }
        if (a === b) return;
        slopes[at * size + tie]! += scale * slope;
        bends[tie * size + tie]! += weight * scale * (steep - 2 * rho * slope);
      });
    },
  };
}

/** One variance as the exponential of twice a free number; it never reaches zero. */
export const positiveVariance: CovarianceMap = {
  ...correlationMap('compound symmetry', 1),
  start: [Math.log(0.7)],
  free: (values) => (values[0]! > 0 ? Float64Array.of(0.5 * Math.log(values[0]!)) : null),
};
