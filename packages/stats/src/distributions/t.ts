import { betaTails, logBetaKernel } from './beta-tails.js';
import { betaOddsQuantile } from './beta-odds-quantile.js';
import { requireDf, requireProbability } from './check.js';
import { normalDensity, normalLogUpper, normalUpper } from './normal.js';
import { normalQuantile } from './normal-quantile.js';
import type { Tails } from './tails.js';

/** Tails of t^2 / (df + t^2), a beta(1/2, df/2): "lower" is the area between -t and t. */
function squaredTails(t: number, df: number): Tails {
  const [x, y] = parts(t, df);
  return betaTails(x, y, 0.5, df / 2);
}

function parts(t: number, df: number): [x: number, y: number] {
  const odds = (t / df) * t;
  if (odds === Infinity) return [1, (Math.sqrt(df) / t) ** 2];
  return [odds / (1 + odds), 1 / (1 + odds)];
}

/**
 * Upper tail area of Student's t with df > 0 degrees of freedom, not necessarily whole; relative
 * 1e-12 also in far tails. `df = Infinity` is the normal. R: `pt(t, df, lower.tail = FALSE)`.
 */
export function tUpper(t: number, df: number): number {
  requireDf('t', df);
  if (df === Infinity) return normalUpper(t);
  const { lower, upper } = squaredTails(t, df);
  if (t < 0) return 0.5 + 0.5 * lower;
  return lower < 0.5 ? 0.5 - 0.5 * lower : 0.5 * upper;
}

/** Lower tail area of Student's t; see `tUpper`. R: `pt(t, df)`. */
export function tCdf(t: number, df: number): number {
  return tUpper(-t, df);
}

/** Area beyond |t| on both sides: the two-sided p-value of a t statistic. R: `2 * pt(-abs(t), df)`. */
export function tTwoSided(t: number, df: number): number {
  requireDf('t', df);
  return df === Infinity ? 2 * normalUpper(Math.abs(t)) : squaredTails(t, df).upper;
}

/** Logarithm of the upper tail area, finite where the area underflows. R: `pt(t, df, lower.tail = FALSE, log.p = TRUE)`. */
export function tLogUpper(t: number, df: number): number {
  requireDf('t', df);
  if (df === Infinity) return normalLogUpper(t);
  const tails = squaredTails(t, df);
  return t > 0 ? tails.logUpper - Math.LN2 : Math.log1p(-0.5 * tails.upper);
}

/** Logarithm of the lower tail area. R: `pt(t, df, log.p = TRUE)`. */
export function tLogCdf(t: number, df: number): number {
  return tLogUpper(-t, df);
}

/** Density of Student's t. R: `dt(t, df)`. */
export function tDensity(t: number, df: number): number {
  requireDf('t', df);
  if (df === Infinity) return normalDensity(t);
  const logAtOne = logBetaKernel(1 / (1 + df), df / (1 + df), 0.5, df / 2);
  const logRatio = Math.log1p((t / df) * t) - Math.log1p(1 / df);
  return Math.exp(logAtOne - ((df + 1) / 2) * logRatio);
}

/**
 * The t above which Student's t lies with probability p, where four terms of its expansion in 1 / df
 * (Fisher and Cornish, 1960; Abramowitz and Stegun, 26.7.5) come so close that one step of third
 * order ends the search; `null` elsewhere.
 */
function centralQuantile(p: number, df: number): number | null {
  if (!(p > 1e-3 && p < 0.4 && df > 8)) return null;
  const z = -normalQuantile(p);
  const s = z * z;
  const first = (s + 1) / 4;
  const second = ((5 * s + 16) * s + 3) / 96;
  const third = (((3 * s + 19) * s + 17) * s - 15) / 384;
  const fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
  const near = z * (1 + (first + (second + (third + fourth / df) / df) / df) / df);
  const step = (tUpper(near, df) - p) / tDensity(near, df);
  if (Math.abs(step) > 1e-5 * near) return null;
  return near + step + ((df + 1) * near * step * step) / (2 * (df + near * near));
}

/**
 * The t below which Student's t lies with probability p; relative 1e-12 for any df > 0.
 * R: `qt(p, df)`.
 */
export function tQuantile(p: number, df: number): number {
  requireDf('t', df);
  requireProbability('t', p);
  if (df === Infinity) return normalQuantile(p);
  if (p > 0.5) return -tQuantile(1 - p, df);
  const central = centralQuantile(p, df);
  if (central !== null) return -central;
  return 0 - Math.sqrt(df * betaOddsQuantile(1 - 2 * p, 2 * p, 0.5, df / 2));
}

/** The t above which Student's t lies with probability p. R: `qt(p, df, lower.tail = FALSE)`. */
export function tUpperQuantile(p: number, df: number): number {
  return 0 - tQuantile(p, df);
}
