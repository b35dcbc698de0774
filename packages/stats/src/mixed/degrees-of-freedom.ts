import { dot, multiply, multiplyByTransposed, sandwich } from '../linear-algebra/multiply.js';
import { positiveInverse } from '../linear-algebra/scaled-eigen.js';
import { movesAt } from './covariance-map.js';
import type { MixedFit } from './mixed-fit.js';

/** How the uncertainty of the covariance parameters enters standard errors and degrees of freedom. */
export type Uncertainty = {
  /** Covariance of the linear covariance parameters. */
  readonly covariance: Float64Array;
  /**
   * What makes standard errors wider, `null` when they stay as they are: for each set of coefficients
   * Kenward and Roger's matrix between Phi and Phi; and what to take off for each slope of a variance.
   */
  readonly adjustment: {
    readonly matrices: readonly Float64Array[];
    readonly slopes: Float64Array;
  } | null;
};

/**
 * Satterthwaite (1941): the observed information at the optimum, standard errors as they are. Kenward
 * and Roger (1997), Biometrics 53, with the expected or the observed information W^-1: their
 * Phi + 2 Phi {sum of W_ij (Q_ij - P_i Phi P_j - R_ij / 4)} Phi has R = 0 for a V linear in its
 * parameters; for other shapes half the sum of W_ij times their bends, times the slopes of Phi, comes
 * off.
 */
export function uncertaintyOf(
  { inside: { map, maximum, assembled } }: MixedFit,
  information: 'expected' | 'observed' | null,
): Uncertainty {
  const { size, linear } = map;
  const { slopes, likelihood, observed, free } = maximum;
  const slopeless = new Float64Array(linear);
  if (information && map.free) {
    const covariance = positiveInverse(likelihood[information], linear);
    const matrices = assembled.engine.fold(covariance);
    return { covariance, adjustment: { matrices, slopes: slopeless } };
  }
  const own =
    information === 'expected' ? sandwich(likelihood.expected, slopes, linear, size) : observed;
  const inverse = positiveInverse(own, size);
  const half = multiply(slopes, inverse, [linear, size, size]);
  const covariance = multiplyByTransposed(half, slopes, [linear, size, linear]);
  if (!information) return { covariance, adjustment: null };
  const bent = slopeless.map((_, i) => {
    const only = slopeless.map((_zero, j) => Number(i === j));
    return 0.5 * dot(movesAt(map, free, only).bends, inverse);
  });
  const matrices = assembled.engine.fold(covariance);
  return { covariance, adjustment: { matrices, slopes: bent } };
}
