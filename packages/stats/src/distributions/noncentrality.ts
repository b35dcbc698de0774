import { gammaQuantile } from './gamma-quantile.js';
import { noncentralTails } from './noncentral-t.js';
import { normalQuantile } from './normal-quantile.js';

/** Of a small t noise and spread are nearly normal together; of a large one the spread alone counts. */
function startFor(t: number, df: number, upper: number): number {
  if (t * t < 20 * df)
    return t * (1 - 0.25 / df) + normalQuantile(upper) * Math.sqrt(1 + (t * t) / (2 * df));
  const [low, high] = t > 0 ? [upper, 1 - upper] : [1 - upper, upper];
  return t * Math.sqrt((2 * gammaQuantile(low, high, df / 2)) / df);
}

/**
 * The noncentrality at which a noncentral t exceeds the observed t with probability `upper`: the
 * inversion behind exact intervals of standardised means (Steiger and Fouladi, 1997). Newton's
 * method on the logarithm of the smaller tail, which is concave in the noncentrality. R:
 * `uniroot(function(d) pt(t, df, d, lower.tail = FALSE) - upper, ...)`.
 */
export function noncentralityFor(t: number, df: number, upper: number): number {
  if (!(upper > 0 && upper < 1)) throw new RangeError('noncentralityFor requires 0 < upper < 1');
  const useUpper = upper <= 0.5;
  const target = Math.log(useUpper ? upper : 1 - upper);
  let ncp = startFor(t, df, upper);
  for (let round = 0; round < 200; round++) {
    const tails = noncentralTails(t, df, ncp);
    const step = useUpper
      ? (target - tails.logUpper) / tails.upperGrowth
      : (target - tails.logLower) / tails.lowerGrowth;
    ncp += step;
    if (!(Math.abs(step) > 1e-9 * Math.max(1, Math.abs(ncp)))) break;
  }
  return ncp;
}
