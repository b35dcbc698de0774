import { logExcess } from './log-excess.js';
import { logGamma, stirlingError } from './log-gamma.js';
import { allAbove, mirrored, tailsFromLogLower, tailsFromLogs } from './tails.js';
import type { Tails } from './tails.js';

const tiny = 1e-300;

/** The logarithm of x^a exp(-x) / gamma(a): the gamma density times x (Loader, 2000). */
export function logGammaKernel(x: number, a: number): number {
  const u = (x - a) / a;
  const excess = u > -0.9 ? a * logExcess(u) : x - a - a * Math.log(x / a);
  return 0.5 * Math.log(a / (2 * Math.PI)) - stirlingError(a) - excess;
}

/** a times the lower incomplete gamma function over its kernel (DLMF 8.7.1); for x < a + 1. */
function lowerSeries(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The upper incomplete gamma function over its kernel (DLMF 8.9.2, even part), by Lentz's method. */
function upperFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) > 2.3e-16)) return value;
  }
}

/** The upper tail for a small `a`, whose lower tail is nearly all: 1 minus DLMF 8.7.1 by expm1. */
function upperOfSmallShape(x: number, a: number): number {
  const logPower = a * Math.log(x) - logGamma(1 + a);
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 60; n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return -Math.expm1(logPower) - Math.exp(logPower) * a * sum;
}

/**
 * Both tails of the regularised incomplete gamma functions P(a, x) and Q(a, x) for a > 0. A tail of
 * 1e-300 keeps a relative 1e-12. Series below a + 1, continued fraction above (DLMF 8.7, 8.9).
 * R: `pgamma(x, a)` and `pgamma(x, a, lower.tail = FALSE)`.
 */
export function gammaTails(x: number, a: number): Tails {
  if (x <= 0) return allAbove;
  if (x === Infinity) return mirrored(allAbove);
  const logKernel = logGammaKernel(x, a);
  if (x >= a + 1) {
    return mirrored(tailsFromLogLower(logKernel + Math.log(upperFraction(x, a))));
  }
  const logLower = logKernel + Math.log(lowerSeries(x, a) / a);
  if (logLower > -0.2 && a < 1) {
    return tailsFromLogs(Math.min(logLower, 0), Math.log(upperOfSmallShape(x, a)));
  }
  return tailsFromLogLower(logLower);
}
