import { betaTails, logBetaKernel } from './beta-tails.js';
import { invertTail } from './invert-tail.js';
import { normalQuantile } from './normal-quantile.js';

/**
 * The odds x / (1 - x) of the point that splits a beta distribution into the areas `lower` and
 * `upper`, which must add up to 1: give both, so that the small one keeps its digits. The quantiles
 * of beta, F, t and binomial limits all read from it; odds stay exact where x would round to 1.
 */
export function betaOddsQuantile(lower: number, upper: number, a: number, b: number): number {
  if (lower <= 0) return 0;
  if (upper <= 0) return Infinity;
  const axis = {
    tails: (s: number) => betaTails(1 / (1 + Math.exp(-s)), 1 / (1 + Math.exp(s)), a, b),
    logDensity: (s: number) => logBetaKernel(1 / (1 + Math.exp(-s)), 1 / (1 + Math.exp(s)), a, b),
  };
  const z = lower <= upper ? normalQuantile(lower) : -normalQuantile(upper);
  const start = Math.log(a / b) + z * Math.sqrt(1 / a + 1 / b);
  return Math.exp(invertTail(lower, upper, axis, start));
}
