import { sandwich, transpose } from '../linear-algebra/multiply.js';
import { positiveInverse } from '../linear-algebra/symmetric-eigen.js';
import { linearJets } from './covariance-map.js';
import type { MixedFit } from './mixed-fit.js';

/** How the uncertainty of the covariance parameters enters standard errors and degrees of freedom. */
export type Uncertainty = {
  /** Covariance of the linear covariance parameters. */
  readonly covariance: Float64Array;
  /**
   * What to take off the variance of a sum of coefficients: its second and first derivatives times
   * these, added up; `null` when it stays as it is.
   */
  readonly adjustment: { readonly bends: Float64Array; readonly slopes: Float64Array } | null;
};

/** How the linear parameters move with the free ones: slopes, one row a free number, and bends. */
function movesOf({ inside: { map, maximum } }: MixedFit) {
  const { size, linear } = map;
  const jets = linearJets(map, maximum.free);
  const each = jets.length / linear;
  const slopes = new Float64Array(size * linear);
  for (let i = 0; i < linear; i += 1)
    for (let p = 0; p < size; p += 1) slopes[p * linear + i] = jets[i * each + 1 + p]!;
  /** The bends of one linear parameter, each times its weight, added up. */
  const bend = (i: number, weights: Float64Array) => {
    let at = i * each + 1 + size;
    let sum = 0;
    for (let a = 0; a < size; a += 1)
      for (let b = 0; b <= a; b += 1) {
        sum += (a === b ? 1 : 2) * weights[a * size + b]! * jets[at]!;
        at += 1;
      }
    return sum;
  };
  return { slopes, bend };
}

/** Satterthwaite (1941): the observed information at the optimum, standard errors as they are. */
export function satterthwaiteUncertainty(fit: MixedFit): Uncertainty {
  const { map, maximum } = fit.inside;
  const own = positiveInverse(maximum.likelihood.observed, map.size);
  const { slopes } = movesOf(fit);
  return { covariance: sandwich(own, slopes, map.size, map.linear), adjustment: null };
}

/**
 * Kenward and Roger (1997), Biometrics 53, with the expected or the observed information W^-1.
 * Their Phi + 2 Phi {sum of W_ij (Q_ij - P_i Phi P_j - R_ij / 4)} Phi is Phi less the sum of W_ij
 * times its own second derivatives for a V linear in its parameters (R = 0); for other shapes half
 * the sum of W_ij times their bends, times its first derivatives, comes off too.
 */
export function kenwardRogerUncertainty(
  fit: MixedFit,
  information: 'expected' | 'observed',
): Uncertainty {
  const { map, maximum, best } = fit.inside;
  const { size, linear } = map;
  if (map.free) {
    const bends = positiveInverse(best[information], linear);
    return { covariance: bends, adjustment: { bends, slopes: new Float64Array(linear) } };
  }
  const { slopes, bend } = movesOf(fit);
  const own =
    information === 'observed'
      ? maximum.likelihood.observed
      : sandwich(best.expected, transpose(slopes, size, linear), linear, size);
  const inverse = positiveInverse(own, size);
  const covariance = sandwich(inverse, slopes, size, linear);
  const half = Float64Array.from({ length: linear }, (_, i) => 0.5 * bend(i, inverse));
  return { covariance, adjustment: { bends: covariance, slopes: half } };
}
