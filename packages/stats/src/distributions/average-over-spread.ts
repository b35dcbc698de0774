import { logExcess } from './log-excess.js';
import { stirlingError } from './log-gamma.js';
import { integrateBump } from './trapezoid.js';
import type { Integrand } from './trapezoid.js';

/** Where the integrand is largest, on the scale of log s, and how steeply it can turn there. */
export type Shape = { readonly peak: number; readonly steepness: number };

/** The logarithm of an average, and the average of a second factor weighted by the first. */
export type Average = { readonly log: number; readonly factor: number };

/** exp(2u) - 1 - 2u, without cancellation at 0. */
function spreadExcess(u: number): number {
  const x = Math.expm1(2 * u);
  return Math.abs(u) < 0.1 ? logExcess(x) : x - 2 * u;
}

/**
 * The widest step whose error stays below e^-38: the integrand is analytic up to a height y < pi/4
 * and grows there by exp(K y^2) at most, which gives an error of exp(K y^2 - 2 pi y / step).
 */
function stepFor(df: number, steepness: number): number {
  const growth = df + (steepness * steepness) / 2;
  const height = Math.min(0.6, Math.sqrt(38 / growth));
  return (2 * Math.PI * height) / (38 + growth * height * height);
}

/**
 * Averages exp(log) over s, the spread of a normal sample with df degrees of freedom divided by the
 * true one (df s^2 is chi-square), by the trapezoidal rule over log s. What a known spread would
 * give is so carried to an estimated one: the noncentral t and the studentized range are such
 * averages. Positive terms keep the relative accuracy of far tails.
 */
export function averageOverSpread(df: number, at: Integrand, { peak, steepness }: Shape): Average {
  const { area, moment, scale } = integrateBump(
    (u) => {
      const [log, factor] = at(Math.exp(u));
      return [log - (df / 2) * spreadExcess(u), factor];
    },
    peak,
    stepFor(df, steepness),
  );
  const logDensityAtOne = 0.5 * Math.log(df / Math.PI) - stirlingError(df / 2);
  return { log: scale + Math.log(area) + logDensityAtOne, factor: moment / area };
}
