import { averageOverSpread } from './average-over-spread.js';
import { requireDf, requireProbability } from './check.js';
import { normalQuantile } from './normal-quantile.js';
import { normalCdf, normalDensity, normalLogUpper, normalUpper } from './normal.js';
import { secant } from './secant.js';
import { integrateBump } from './trapezoid.js';
import type { Integrand } from './trapezoid.js';

const halfLogTwoPi = 0.9189385332046728;

/** The area of a standard normal on the stretch of this width that ends at z. */
function stretch(z: number, width: number): number {
  const middle = z - width / 2;
  if (width < 0.002) {
    const bend = ((middle * middle - 1) * width * width) / 24;
    return width * normalDensity(middle) * (1 + bend);
  }
  if (middle > 0) return normalUpper(z - width) - normalUpper(z);
  return normalCdf(z) - normalCdf(z - width);
}

/** The logarithm of P(range of k normals <= width), their spread being known to be 1. */
function logRangeLower(width: number, k: number): number {
  const at: Integrand = (z) => [
    Math.log(k) - halfLogTwoPi - 0.5 * z * z + (k - 1) * Math.log(stretch(z, width)),
    0,
  ];
  const start = Math.min(((k - 1) / k / 2) * width, normalQuantile(1 - 1 / k));
  return logOfIntegral(at, start, k);
}

/** The logarithm of P(range of k normals > width): at least one lies further below the largest. */
function logRangeUpper(width: number, k: number): number {
  // So far out two normals never lie apart together with a third.
  if (width > 50) return Math.log(k * (k - 1)) + normalLogUpper(width / Math.SQRT2);
  const at: Integrand = (z) => {
    const below = normalCdf(z);
    if (below === 0) return [-Infinity, 0];
    const further = Math.log1p(-Math.min(1, normalCdf(z - width) / below));
    const log = Math.log(below) * (k - 1) + Math.log(-Math.expm1((k - 1) * further));
    return [Math.log(k) - halfLogTwoPi - 0.5 * z * z + log, 0];
  };
  return logOfIntegral(at, Math.max(width / 2, normalQuantile(1 - 1 / k)), k);
}

function logOfIntegral(at: Integrand, start: number, k: number): number {
  const { area, scale } = integrateBump(at, start, Math.min(0.3, 0.7 / Math.sqrt(k)));
  return scale + Math.log(area);
}

type Tail = (width: number, k: number) => number;

function area(tail: Tail, q: number, k: number, df: number): number {
  if (df === Infinity) return Math.exp(tail(q, k));
  const at: Integrand = (s) => [tail(q * s, k), 0];
  return Math.exp(averageOverSpread(df, at, { peak: 0, steepness: q }).log);
}

function check(k: number, df: number): void {
  if (!(Number.isInteger(k) && k >= 2))
    throw new RangeError('studentizedRange requires a whole k >= 2');
  requireDf('studentizedRange', df);
}

/**
 * P(Q <= q) for the studentized range of k means with df degrees of freedom: the range of k normals
 * over an independent estimate of their spread (Tukey's honest significant differences). Relative
 * 1e-11 in either tail; a call takes about a millisecond. R: `ptukey(q, k, df)`, which is good to
 * 1e-10.
 */
export function studentizedRangeCdf(q: number, k: number, df: number): number {
  check(k, df);
  if (q <= 0) return 0;
  return area(logRangeLower, q, k, df);
}

/** P(Q > q): the p-value of a studentized range. R: `ptukey(q, k, df, lower.tail = FALSE)`. */
export function studentizedRangeUpper(q: number, k: number, df: number): number {
  check(k, df);
  if (q <= 0) return 1;
  return area(logRangeUpper, q, k, df);
}

/**
 * The q below which a studentized range lies with probability p, by the secant method on the
 * logarithm of the smaller tail. R: `qtukey(p, k, df)`.
 */
export function studentizedRangeQuantile(p: number, k: number, df: number): number {
  check(k, df);
  requireProbability('studentizedRangeQuantile', p);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const tail = p <= 0.5 ? studentizedRangeCdf : studentizedRangeUpper;
  const target = Math.log(p <= 0.5 ? p : 1 - p);
  const miss = (s: number) => Math.log(tail(Math.exp(s), k, df)) - target;
  return Math.exp(secant(miss, 0, 1));
}
