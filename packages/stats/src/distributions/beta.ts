import { betaOddsQuantile } from './beta-odds-quantile.js';
import { betaTails, logBetaKernel } from './beta-tails.js';
import { requirePositive, requireProbability } from './check.js';

/** Lower tail area of the beta distribution with a, b > 0: I_x(a, b). R: `pbeta(x, a, b)`. */
export function betaCdf(x: number, a: number, b: number): number {
  requirePositive('betaCdf', { a, b });
  return betaTails(x, 1 - x, a, b).lower;
}

/** Upper tail area of the beta distribution. R: `pbeta(x, a, b, lower.tail = FALSE)`. */
export function betaUpper(x: number, a: number, b: number): number {
  requirePositive('betaUpper', { a, b });
  return betaTails(x, 1 - x, a, b).upper;
}

/** Logarithm of the lower tail area. R: `pbeta(x, a, b, log.p = TRUE)`. */
export function betaLogCdf(x: number, a: number, b: number): number {
  requirePositive('betaLogCdf', { a, b });
  return betaTails(x, 1 - x, a, b).logLower;
}

/** Logarithm of the upper tail area. R: `pbeta(x, a, b, lower.tail = FALSE, log.p = TRUE)`. */
export function betaLogUpper(x: number, a: number, b: number): number {
  requirePositive('betaLogUpper', { a, b });
  return betaTails(x, 1 - x, a, b).logUpper;
}

/** Density of the beta distribution for 0 < x < 1. R: `dbeta(x, a, b)`. */
export function betaDensity(x: number, a: number, b: number): number {
  requirePositive('betaDensity', { x, '1 - x': 1 - x, a, b });
  return Math.exp(logBetaKernel(x, 1 - x, a, b)) / (x * (1 - x));
}

/** The value below which a beta variable lies with probability p. R: `qbeta(p, a, b)`. */
export function betaQuantile(p: number, a: number, b: number): number {
  requirePositive('betaQuantile', { a, b });
  requireProbability('betaQuantile', p);
  return fromOdds(betaOddsQuantile(p, 1 - p, a, b));
}

/** The value above which a beta variable lies with probability p. R: `qbeta(p, a, b, lower.tail = FALSE)`. */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  requirePositive('betaUpperQuantile', { a, b });
  requireProbability('betaUpperQuantile', p);
  return fromOdds(betaOddsQuantile(1 - p, p, a, b));
}

function fromOdds(odds: number): number {
  return odds === Infinity ? 1 : odds / (1 + odds);
}
