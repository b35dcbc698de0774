import { requirePositive, requireProbability } from './check.js';
import { gammaQuantile } from './gamma-quantile.js';
import { gammaTails, logGammaKernel } from './gamma-tails.js';

/**
 * Lower tail area of the chi-square with df > 0 degrees of freedom, relative 1e-12 also where it is
 * tiny. R: `pchisq(x, df)`.
 */
export function chiSquareCdf(x: number, df: number): number {
  requirePositive('chiSquareCdf', { df });
  return gammaTails(x / 2, df / 2).lower;
}

/** Upper tail area: the p-value of a chi-square statistic. R: `pchisq(x, df, lower.tail = FALSE)`. */
export function chiSquareUpper(x: number, df: number): number {
  requirePositive('chiSquareUpper', { df });
  return gammaTails(x / 2, df / 2).upper;
}

/** Logarithm of the lower tail area. R: `pchisq(x, df, log.p = TRUE)`. */
export function chiSquareLogCdf(x: number, df: number): number {
  requirePositive('chiSquareLogCdf', { df });
  return gammaTails(x / 2, df / 2).logLower;
}

/** Logarithm of the upper tail area. R: `pchisq(x, df, lower.tail = FALSE, log.p = TRUE)`. */
export function chiSquareLogUpper(x: number, df: number): number {
  requirePositive('chiSquareLogUpper', { df });
  return gammaTails(x / 2, df / 2).logUpper;
}

/** Density of the chi-square at x > 0. R: `dchisq(x, df)`. */
export function chiSquareDensity(x: number, df: number): number {
  requirePositive('chiSquareDensity', { x, df });
  return Math.exp(logGammaKernel(x / 2, df / 2)) / x;
}

/** The value below which a chi-square lies with probability p. R: `qchisq(p, df)`. */
export function chiSquareQuantile(p: number, df: number): number {
  requirePositive('chiSquareQuantile', { df });
  requireProbability('chiSquareQuantile', p);
  return 2 * gammaQuantile(p, 1 - p, df / 2);
}

/** The value above which a chi-square lies with probability p. R: `qchisq(p, df, lower.tail = FALSE)`. */
export function chiSquareUpperQuantile(p: number, df: number): number {
  requirePositive('chiSquareUpperQuantile', { df });
  requireProbability('chiSquareUpperQuantile', p);
  return 2 * gammaQuantile(1 - p, p, df / 2);
}
