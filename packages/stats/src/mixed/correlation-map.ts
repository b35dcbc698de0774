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
    fill(jets, to, free) {
      const { size } = jets;
      const scratch = jets.reserve(3);
      const [sum, scale, tied] = [scratch, scratch + size, scratch + 2 * size];
      pairs.forEach(([a, b], i) => {
        const memory = jets.memory();
        memory.fill(0, scratch, scratch + 3 * size);
        for (const end of [a, b]) jets.addScaled(sum, free + (heterogeneous ? end : 0) * size, 1);
        const value = Math.exp(memory[sum]!);
        jets.addFunction(scale, sum, [value, value, value]);
        if (a === b) return jets.addScaled(to + i * size, scale, 1);
        const tie = free + (spreads + (byDistance ? a - b - 1 : 0)) * size;
        const power = shape.endsWith('autoregressive') ? a - b : 1;
        const rho = Math.tanh(memory[tie]!);
        const turn = 1 - rho * rho;
        const slope = power * rho ** (power - 1) * turn;
        const steep = power > 1 ? power * (power - 1) * rho ** (power - 2) * turn * turn : 0;
        jets.addFunction(tied, tie, [rho ** power, slope, steep - 2 * rho * slope]);
        jets.addProduct(to + i * size, scale, tied);
      });
      jets.release(scratch);
    },
  };
}
