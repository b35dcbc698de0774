import { multiply, sandwich, transpose } from '../linear-algebra/multiply.js';
import { positiveInverse } from '../linear-algebra/symmetric-eigen.js';
import type { MixedFit } from './mixed-fit.js';
import { secondOrderSum } from './second-order-sum.js';

/** How the uncertainty of the covariance parameters enters standard errors and degrees of freedom. */
export type Uncertainty = {
  /** Covariance of the linear covariance parameters. */
  readonly covariance: Float64Array;
  /** Covariance of the coefficients of each component, adjusted where the method says so. */
  readonly adjusted: readonly Float64Array[];
};

/** From the free numbers of a map to its linear parameters. */
function alongMap({ inside }: MixedFit, covariance: Float64Array): Float64Array {
  const { map, maximum } = inside;
  const jacobian = map.jacobian(maximum.free);
  return sandwich(covariance, transpose(jacobian, map.linear, map.size), map.size, map.linear);
}

/** Satterthwaite (1941): the observed information at the optimum, standard errors as they are. */
export function satterthwaiteUncertainty(fit: MixedFit): Uncertainty {
  const { map, maximum } = fit.inside;
  return {
    covariance: alongMap(fit, positiveInverse(maximum.information, map.size)),
    adjusted: maximum.solution.components.map(({ phi }) => phi),
  };
}

/** Kenward and Roger (1997), with the expected or the observed information. */
export function kenwardRogerUncertainty(
  fit: MixedFit,
  information: 'expected' | 'observed',
): Uncertainty {
  const { map, maximum, assembled } = fit.inside;
  const { derivatives, solution, free } = maximum;
  const k = map.linear;
  const bends = new Float64Array(k);
  let covariance: Float64Array;
  if (map.free) covariance = positiveInverse(derivatives[information], k);
  else {
    const jacobian = map.jacobian(free);
    const own =
      information === 'observed'
        ? maximum.information
        : sandwich(derivatives.expected, jacobian, k, map.size);
    const inverse = positiveInverse(own, map.size);
    covariance = alongMap(fit, inverse);
    // A shape that is not linear in its parameters also bends: the R_ij of the paper.
    for (let i = 0; i < k; i += 1) {
      const one = new Float64Array(k);
      one[i] = 1;
      const curvature = map.curvature(free, one);
      inverse.forEach((value, at) => (bends[i]! += value * curvature[at]!));
    }
  }
  const sums = secondOrderSum(assembled.problem, solution, derivatives, covariance);
  const adjusted = solution.components.map(({ phi }, c) => {
    const size = assembled.problem.components[c]!;
    const dims = [size, size, size] as const;
    const sum = sums[c]!;
    derivatives.slopes[c]!.forEach((value, at) => {
      sum[at % sum.length]! -= 0.25 * bends[Math.floor(at / sum.length)]! * value;
    });
    const added = multiply(multiply(phi, sum, dims), phi, dims);
    return phi.map((value, i) => value + 2 * added[i]!);
  });
  return { covariance, adjusted };
}
