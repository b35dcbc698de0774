import { betaOddsQuantile } from './beta-odds-quantile.js';
import { betaTails, logBetaKernel } from './beta-tails.js';
import { requireDf, requirePositive, requireProbability } from './check.js';
import { gammaQuantile } from './gamma-quantile.js';
import { gammaTails } from './gamma-tails.js';
import type { Tails } from './tails.js';

/** Both tails of F: a beta in the odds f df1 / df2, or a chi-square when df2 is infinite. */
function tails(f: number, df1: number, df2: number): Tails {
  requirePositive('F', { df1 });
  requireDf('F', df2);
  if (df2 === Infinity) return gammaTails((f * df1) / 2, df1 / 2);
  const odds = Math.max(0, f) * (df1 / df2);
  const x = odds === Infinity ? 1 : odds / (1 + odds);
  return betaTails(x, 1 / (1 + odds), df1 / 2, df2 / 2);
}

/**
 * Lower tail area of F with df1 and df2 > 0 degrees of freedom, not necessarily whole, relative
 * 1e-12 also where it is tiny; df2 may be `Infinity`. R: `pf(f, df1, df2)`.
 */
export function fCdf(f: number, df1: number, df2: number): number {
  return tails(f, df1, df2).lower;
}

/** Upper tail area: the p-value of an F statistic. R: `pf(f, df1, df2, lower.tail = FALSE)`. */
export function fUpper(f: number, df1: number, df2: number): number {
  return tails(f, df1, df2).upper;
}

/** Logarithm of the lower tail area. R: `pf(f, df1, df2, log.p = TRUE)`. */
export function fLogCdf(f: number, df1: number, df2: number): number {
  return tails(f, df1, df2).logLower;
}

/** Logarithm of the upper tail area. R: `pf(f, df1, df2, lower.tail = FALSE, log.p = TRUE)`. */
export function fLogUpper(f: number, df1: number, df2: number): number {
  return tails(f, df1, df2).logUpper;
}

/** Density of F at f > 0, for finite df2. R: `df(f, df1, df2)`. */
export function fDensity(f: number, df1: number, df2: number): number {
  requirePositive('fDensity', { f, df1, df2 });
  const odds = f * (df1 / df2);
  return Math.exp(logBetaKernel(odds / (1 + odds), 1 / (1 + odds), df1 / 2, df2 / 2)) / f;
}

function quantile(lower: number, upper: number, [df1, df2]: readonly [number, number]): number {
  requirePositive('F', { df1 });
  requireDf('F', df2);
  if (df2 === Infinity) return (2 / df1) * gammaQuantile(lower, upper, df1 / 2);
  return (df2 / df1) * betaOddsQuantile(lower, upper, df1 / 2, df2 / 2);
}

/** The value below which F lies with probability p. R: `qf(p, df1, df2)`. */
export function fQuantile(p: number, df1: number, df2: number): number {
  requireProbability('fQuantile', p);
  return quantile(p, 1 - p, [df1, df2]);
}

/** The value above which F lies with probability p. R: `qf(p, df1, df2, lower.tail = FALSE)`. */
export function fUpperQuantile(p: number, df1: number, df2: number): number {
  requireProbability('fUpperQuantile', p);
  return quantile(1 - p, p, [df1, df2]);
}
