import { betaOddsQuantile } from './beta-odds-quantile.js';
import { betaTails, logBetaKernel } from './beta-tails.js';
import { requirePositive, requireProbability } from './check.js';
import type { Tails } from './tails.js';

function tails(x: number, a: number, b: number): Tails {
  requirePositive('beta', { a, b });
  return betaTails(x, 1 - x, a, b);
}

/** Lower tail area of the beta distribution with a, b > 0: I_x(a, b). R: `pbeta(x, a, b)`. */
export function betaCdf(x: number, a: number, b: number): number {
  return tails(x, a, b).lower;
}

/** Upper tail area of the beta distribution. R: `pbeta(x, a, b, lower.tail = FALSE)`. */
export function betaUpper(x: number, a: number, b: number): number {
  return tails(x, a, b).upper;
}

/** Logarithm of the lower tail area. R: `pbeta(x, a, b, log.p = TRUE)`. */
export function betaLogCdf(x: number, a: number, b: number): number {
  return tails(x, a, b).logLower;
}

/** Logarithm of the upper tail area. R: `pbeta(x, a, b, lower.tail = FALSE, log.p = TRUE)`. */
export function betaLogUpper(x: number, a: number, b: number): number {
  return tails(x, a, b).logUpper;
}

/** Density of the beta distribution for 0 < x < 1. R: `dbeta(x, a, b)`. */
export function betaDensity(x: number, a: number, b: number): number {
  requirePositive('beta', { x, '1 - x': 1 - x, a, b });
  return Math.exp(logBetaKernel(x, 1 - x, a, b)) / (x * (1 - x));
}

function quantile(lower: number, upper: number, [a, b]: readonly [number, number]): number {
  requirePositive('beta', { a, b });
  requireProbability('beta', lower);
  return shareOfOdds(betaOddsQuantile(lower, upper, a, b));
}

/** The value below which a beta variable lies with probability p. R: `qbeta(p, a, b)`. */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantile(p, 1 - p, [a, b]);
}

/** The value above which a beta variable lies with probability p. R: `qbeta(p, a, b, lower.tail = FALSE)`. */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return quantile(1 - p, p, [a, b]);
}

/** The share that belongs to odds, also to infinite ones: odds / (1 + odds). */
export function shareOfOdds(odds: number): number {
  return odds === Infinity ? 1 : odds / (1 + odds);
}
