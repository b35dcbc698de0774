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

type Correlation = {
  readonly size: (timepoints: number) => number;
  /** Which correlation a distance uses, and its power. */
  readonly at: (distance: number) => readonly [place: number, power: number];
};

const correlations: Record<string, Correlation> = {
  'compound symmetry': { size: (n) => Number(n > 1), at: () => [0, 1] },
  autoregressive: { size: (n) => Number(n > 1), at: (distance) => [0, distance] },
  Toeplitz: { size: (n) => n - 1, at: (distance) => [distance - 1, 1] },
};

/** A covariance of one shape for `timepoints` timepoints; see `CorrelationShape`. */
export function correlationMap(shape: CorrelationShape, timepoints: number): CovarianceMap {
  if (shape === 'unstructured') return choleskyMap(timepoints);
  const heterogeneous = shape.startsWith('heterogeneous ');
  const { size: sizeOf, at } = correlations[shape.replace('heterogeneous ', '')]!;
  const spreads = heterogeneous ? timepoints : 1;
  const size = spreads + sizeOf(timepoints);
  const pairs = allPairs(timepoints);

  /** One covariance: the free numbers it depends on, its value, first and second derivatives. */
  function covariance(free: Float64Array, [a, b]: readonly [number, number]) {
    // Logarithms of standard deviations and inverse hyperbolic tangents of correlations are free.
    const first = heterogeneous ? a : 0;
    const second = heterogeneous ? b : 0;
    const scale = Math.exp(free[first]! + free[second]!);
    if (a === b) return { first, second, scale, tie: -1, r: 1, slope: 0, bend: 0 };
    const [place, power] = at(Math.abs(a - b));
    const tie = spreads + place;
    const rho = Math.tanh(free[tie]!);
    const turn = 1 - rho * rho;
    const slope = power * rho ** (power - 1) * turn;
    const steep = power > 1 ? power * (power - 1) * rho ** (power - 2) * turn * turn : 0;
    const bend = steep - 2 * power * rho ** power * turn;
    return { first, second, scale, tie, r: rho ** power, slope, bend };
  }

  return {
    size,
    linear: pairs.length,
    bounds: [],
    values: (free) =>
      Float64Array.from(pairs, (pair) => {
        const { scale, r } = covariance(free, pair);
        return scale * r;
      }),
    jacobian(free) {
      const out = new Float64Array(pairs.length * size);
      pairs.forEach((pair, i) => {
        const { first, second, scale, tie, r, slope } = covariance(free, pair);
        out[i * size + first]! += scale * r;
        out[i * size + second]! += scale * r;
        if (tie >= 0) out[i * size + tie]! += scale * slope;
      });
      return out;
    },
    curvature(free, weights) {
      const out = new Float64Array(size * size);
      pairs.forEach((pair, i) => {
        const { first, second, scale, tie, r, slope, bend } = covariance(free, pair);
        const weight = weights[i]! * scale;
        for (const row of [first, second])
          for (const column of [first, second]) out[row * size + column]! += weight * r;
        if (tie < 0) return;
        out[tie * size + tie]! += weight * bend;
        for (const row of [first, second]) {
          out[row * size + tie]! += weight * slope;
          out[tie * size + row]! += weight * slope;
        }
      });
      return out;
    },
  };
}
