import { betaTails, logBetaKernel } from './beta-tails.js';
import { normalQuantile } from './normal-quantile.js';
import { requireProbability } from './check.js';
import { allAbove, mirrored } from './tails.js';
import type { Tails } from './tails.js';

/** `lower` is P(X <= k), `upper` P(X > k). */
function tails(k: number, n: number, p: number): Tails {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError('binomial requires a whole n >= 0');
  requireProbability('binomial', p);
  const whole = Math.floor(k + 1e-7);
  if (whole < 0) return allAbove;
  if (whole >= n) return mirrored(allAbove);
  return mirrored(betaTails(p, 1 - p, whole + 1, n - whole));
}

/** P(X <= k) for a binomial count of n trials with probability p. R: `pbinom(k, n, p)`. */
export function binomialCdf(k: number, n: number, p: number): number {
  return tails(k, n, p).lower;
}

/** P(X > k), k itself left out. R: `pbinom(k, n, p, lower.tail = FALSE)`. */
export function binomialUpper(k: number, n: number, p: number): number {
  return tails(k, n, p).upper;
}

/** Logarithm of P(X <= k). R: `pbinom(k, n, p, log.p = TRUE)`. */
export function binomialLogCdf(k: number, n: number, p: number): number {
  return tails(k, n, p).logLower;
}

/** Logarithm of P(X > k). R: `pbinom(k, n, p, lower.tail = FALSE, log.p = TRUE)`. */
export function binomialLogUpper(k: number, n: number, p: number): number {
  return tails(k, n, p).logUpper;
}

/** P(X = k), from the beta density so that no digits are lost at large n. R: `dbinom(k, n, p)`. */
export function binomialDensity(k: number, n: number, p: number): number {
  requireProbability('binomialDensity', p);
  if (!Number.isInteger(k) || k < 0 || k > n) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  return Math.exp(logBetaKernel(p, 1 - p, k + 1, n - k + 1)) / (p * (1 - p) * (n + 1));
}

/** The smallest k with P(X <= k) >= probability. R: `qbinom(probability, n, p)`. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  requireProbability('binomialQuantile', probability);
  if (probability === 1) return p === 0 ? 0 : n;
  const reached = (k: number) => tails(k, n, p).lower >= probability * (1 - 64 * Number.EPSILON);
  const z = probability === 0 ? -8 : normalQuantile(probability);
  let k = Math.round(n * p + z * Math.sqrt(n * p * (1 - p)));
  k = Math.min(n, Math.max(0, k));
  while (k > 0 && reached(k - 1)) k--;
  while (!reached(k)) k++;
  return k;
}
