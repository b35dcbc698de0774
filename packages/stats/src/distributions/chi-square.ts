import { requirePositive, requireProbability } from './check.js';
import { gammaQuantile } from './gamma-quantile.js';
import { gammaTails, logGammaKernel } from './gamma-tails.js';
import type { Tails } from './tails.js';

function tails(x: number, df: number): Tails {
  requirePositive('chiSquare', { df });
  return gammaTails(x / 2, df / 2);
}

/**
 * Lower tail area of the chi-square with df > 0 degrees of freedom, relative 1e-12 also where it is
 * tiny. R: `pchisq(x, df)`.
 */
export function chiSquareCdf(x: number, df: number): number {
  return tails(x, df).lower;
}

/** Upper tail area: the p-value of a chi-square statistic. R: `pchisq(x, df, lower.tail = FALSE)`. */
export function chiSquareUpper(x: number, df: number): number {
  return tails(x, df).upper;
}

/** Logarithm of the lower tail area. R: `pchisq(x, df, log.p = TRUE)`. */
export function chiSquareLogCdf(x: number, df: number): number {
  return tails(x, df).logLower;
}

/** Logarithm of the upper tail area. R: `pchisq(x, df, lower.tail = FALSE, log.p = TRUE)`. */
export function chiSquareLogUpper(x: number, df: number): number {
  return tails(x, df).logUpper;
}

/** Density of the chi-square at x > 0. R: `dchisq(x, df)`. */
export function chiSquareDensity(x: number, df: number): number {
  requirePositive('chiSquare', { x, df });
  return Math.exp(logGammaKernel(x / 2, df / 2)) / x;
}

function quantile(lower: number, upper: number, df: number): number {
  requirePositive('chiSquare', { df });
  requireProbability('chiSquare', lower);
  return 2 * gammaQuantile(lower, upper, df / 2);
}

/** The value below which a chi-square lies with probability p. R: `qchisq(p, df)`. */
export function chiSquareQuantile(p: number, df: number): number {
  return quantile(p, 1 - p, df);
}

/** The value above which a chi-square lies with probability p. R: `qchisq(p, df, lower.tail = FALSE)`. */
export function chiSquareUpperQuantile(p: number, df: number): number {
  return quantile(1 - p, p, df);
}
