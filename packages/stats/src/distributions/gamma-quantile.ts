import { gammaTails, logGammaKernel } from './gamma-tails.js';
import { invertTail } from './invert-tail.js';
import { normalQuantile } from './normal-quantile.js';

/**
 * The point that splits a gamma distribution of shape `a` and scale 1 into the areas `lower` and
 * `upper`, which must add up to 1: give both, so that the small one keeps its digits. Chi-square
 * quantiles are twice this at a = df / 2. R: `qgamma(lower, a)`.
 */
export function gammaQuantile(lower: number, upper: number, a: number): number {
  if (lower <= 0) return 0;
  if (upper <= 0) return Infinity;
  const axis = {
    tails: (s: number) => gammaTails(Math.exp(s), a),
    logDensity: (s: number) => logGammaKernel(Math.exp(s), a),
  };
  const z = lower <= upper ? normalQuantile(lower) : -normalQuantile(upper);
  return Math.exp(invertTail(lower, upper, axis, Math.log(a) + z / Math.sqrt(a)));
}
