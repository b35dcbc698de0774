import { averageOverSpread } from './average-over-spread.js';
import { requirePositive, requireProbability } from './check.js';
import { gammaTails, logGammaKernel } from './gamma-tails.js';
import { millsRatio, normalDensity, normalUpper } from './normal.js';
import { normalQuantile } from './normal-quantile.js';
import { secant } from './secant.js';
import { mirrored, tailsFromLogLower } from './tails.js';
import type { Tails } from './tails.js';
import { integrateBump } from './trapezoid.js';

const halfLogTwoPi = 0.9189385332046728;

/** A noncentral t's two tails, and how the logarithm of each grows with the noncentrality. */
export type NoncentralTails = Tails & {
  readonly lowerGrowth: number;
  readonly upperGrowth: number;
};

/** An area by its logarithm, and the derivative of that by the noncentrality. */
type Area = { readonly log: number; readonly growth: number };

/** The logarithm of a normal's lower area at w, and its derivative there. */
function logCdfAndHazard(w: number): [logCdf: number, hazard: number] {
  if (w < 0) {
    const ratio = millsRatio(-w);
    return [Math.log(ratio) - halfLogTwoPi - 0.5 * w * w, 1 / ratio];
  }
  const upper = normalUpper(w);
  return [Math.log1p(-upper), normalDensity(w) / (1 - upper)];
}

/**
 * P(T > t) as the average of Phi(ncp - t s) over s, the spread of the sample over the true one:
 * every term is positive, so far tails keep their relative accuracy.
 */
function overSpread(t: number, df: number, ncp: number, peak: number): Area {
  const atPeak = Math.abs(t) * Math.exp(peak);
  const steepness = Math.max(atPeak, t * ncp > 0 ? Math.abs(ncp) : 0);
  const average = averageOverSpread(df, (s) => logCdfAndHazard(ncp - t * s), { peak, steepness });
  return { log: average.log, growth: average.factor };
}

/**
 * P(T > t) as the integral of phi(z) P(s < (ncp + z) / t): for a noncentrality so large that the
 * other integrand would be a needle.
 */
function overNoise(t: number, df: number, ncp: number, peak: number): Area {
  const { area, moment, scale } = integrateBump(
    (z) => {
      const spread = Math.max(0, (ncp + z) / t);
      const tails = gammaTails((df / 2) * spread * spread, df / 2);
      return [(t > 0 ? tails.logLower : tails.logUpper) - 0.5 * z * z, z];
    },
    peak,
    0.5,
  );
  return { log: scale + Math.log(area) - halfLogTwoPi, growth: moment / area };
}

/**
 * About where the integrand over the spread is largest, the normal area taken for its bell: a step or
 * two beside it costs a few terms only.
 */
function peakOf(t: number, df: number, ncp: number): number {
  const total = df + t * t;
  const half = (t * ncp) / 2;
  const root = Math.sqrt(half * half + df * total);
  return half > 0 ? (half + root) / total : df / (root - half);
}

/** Beyond this many standard deviations noise no longer counts beside the spread. */
const noiseless = 1e7;

/** P(T > t) as that of the spread alone, ncp / s > t: for a t and a noncentrality beyond all noise. */
function withoutNoise(t: number, df: number, ncp: number): Area {
  const x = (df / 2) * (ncp / t) ** 2;
  const { logLower, logUpper } = gammaTails(x, df / 2);
  const log = t > 0 ? logLower : logUpper;
  return { log, growth: (2 * Math.exp(logGammaKernel(x, df / 2) - log)) / Math.abs(ncp) };
}

function upperArea(t: number, df: number, ncp: number): Area {
  const s = peakOf(t, df, ncp);
  const away = ncp - t * s;
  const log = -0.5 * (df * (s * s - 1 - 2 * Math.log(s)) + away * away);
  // So deep, all else is less than a relative 1e-6 of the logarithm; the area is 0 as a double.
  if (log < -1e7) return { log, growth: -away };
  const far = noiseless * Math.sqrt(Math.max(1, df));
  if (ncp * t > 0 && Math.min(Math.abs(t), Math.abs(ncp)) > far) return withoutNoise(t, df, ncp);
  const needle = Math.abs(t) * s > 8 * Math.sqrt(2 * df);
  const sameSide = ncp * t > 0 && Math.abs(ncp) > 12;
  return needle && sameSide ? overNoise(t, df, ncp, -away) : overSpread(t, df, ncp, Math.log(s));
}

/**
 * Both tails of the noncentral t with df > 0 and noncentrality ncp, relative 1e-12 in either tail.
 * Power, sample size and the exact interval of a standardised mean read from it. R: `pt(t, df,
 * ncp)`, which is good to an absolute 1e-12 only.
 */
export function noncentralTails(t: number, df: number, ncp: number): NoncentralTails {
  requirePositive('noncentralTails', { df });
  if (!Number.isFinite(t) || !Number.isFinite(ncp))
    throw new RangeError('noncentralTails requires a finite t and noncentrality');
  if (t < ncp) {
    const { lowerGrowth, upperGrowth, ...rest } = noncentralTails(-t, df, -ncp);
    return { ...mirrored(rest), lowerGrowth: -upperGrowth, upperGrowth: -lowerGrowth };
  }
  const { log, growth } = upperArea(t, df, ncp);
  const tails = mirrored(tailsFromLogLower(log));
  return {
    ...tails,
    upperGrowth: growth,
    lowerGrowth: -growth * Math.exp(tails.logUpper - tails.logLower),
  };
}

/** Lower tail area of the noncentral t; see `noncentralTails`. R: `pt(t, df, ncp)`. */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  return noncentralTails(t, df, ncp).lower;
}

/** Upper tail area of the noncentral t; see `noncentralTails`. R: `pt(t, df, ncp, lower.tail = FALSE)`. */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  return noncentralTails(t, df, ncp).upper;
}

/**
 * The t below which a noncentral t lies with probability p, by the secant method on the logarithm of
 * the smaller tail over asinh(t), where far tails are straight. R: `qt(p, df, ncp)`.
 */
export function noncentralTQuantile(p: number, df: number, ncp: number): number {
  requirePositive('noncentralTQuantile', { df });
  requireProbability('noncentralTQuantile', p);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const target = Math.log(Math.min(p, 1 - p));
  const miss = (s: number) => {
    const { logLower, logUpper } = noncentralTails(Math.sinh(s), df, ncp);
    return (p <= 0.5 ? logLower : logUpper) - target;
  };
  const spread = Math.sqrt(1 + (ncp * ncp) / (2 * df));
  const start = Math.asinh(ncp + spread * normalQuantile(p));
  return Math.sinh(secant(miss, start, start + 0.1));
}
