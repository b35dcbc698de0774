import { logExcess } from './log-excess.js';
import { stirlingError } from './log-gamma.js';
import { allAbove, mirrored, tailsFromLogLower, tailsFromLogs } from './tails.js';
import type { Tails } from './tails.js';

const twoPi = 2 * Math.PI;
const tiny = 1e-300;

/**
 * The logarithm of x^a y^b / B(a, b), where y = 1 - x: the beta density times x y. Built from the
 * distance of x to a / (a + b), so that nothing cancels at large a and b (Loader, 2000).
 */
export function logBetaKernel(x: number, y: number, a: number, b: number): number {
  const distance = a * y - b * x;
  const total = a + b;
  const corrections = stirlingError(total) - stirlingError(a) - stirlingError(b);
  const scale = 0.5 * Math.log((a / total) * (b / twoPi));
  return scale + corrections - excess(a, -distance, total * x) - excess(b, distance, total * y);
}

/** centre x logExcess(shift / centre), read from the point itself where the shift has lost it. */
function excess(centre: number, shift: number, point: number): number {
  const u = shift / centre;
  return u > -0.9 ? centre * logExcess(u) : shift - centre * Math.log(point / centre);
}

/**
 * The incomplete beta function over its kernel by a continued fraction (DiDonato and Morris, 1992,
 * equation 9: the even part of DLMF 8.17.22), summed by Lentz's method. It is written in the
 * distance of x to a / (a + b), which keeps its digits where x is close to 1.
 */
function betaFraction(x: number, y: number, a: number, b: number): number {
  const distance = a * y - b * x;
  let denominator = (a / (a + 1)) * (distance + 1);
  let c = 1 / tiny;
  let d = 1 / denominator;
  let value = d;
  for (let n = 1; ; n++) {
    const odd = a + 2 * n - 1;
    const share = ((n * (b - n)) / odd) * x;
    const numerator = ((a + n - 1) / odd) * (a + b + n - 1) * x * share;
    denominator = n + share + ((a + n) / (odd + 2)) * (distance + 1 + n * (1 + y));
    d = 1 / awayFromZero(denominator + numerator * d);
    c = awayFromZero(denominator + numerator / c);
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) > 2.3e-16)) return value;
  }
}

const awayFromZero = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/**
 * Both tails of the regularised incomplete beta function I_x(a, b) for a, b > 0. Give x and
 * y = 1 - x both, each as exactly as it is known: the small one carries the digits. A tail of
 * 1e-300 keeps a relative 1e-12. Continued fraction of DiDonato and Morris (1992), kernel after Loader
 * (2000).
 * R: `pbeta(x, a, b)` and `pbeta(x, a, b, lower.tail = FALSE)`.
 */
export function betaTails(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return allAbove;
  if (y <= 0) return mirrored(allAbove);
  if (x * (a + b + 2) >= a + 1) return mirrored(tailsBelowCentre(y, x, b, a));
  return tailsBelowCentre(x, y, a, b);
}

function tailsBelowCentre(x: number, y: number, a: number, b: number): Tails {
  const logKernel = logBetaKernel(x, y, a, b);
  const logLower = logKernel + Math.log(betaFraction(x, y, a, b));
  // A tiny `a` can leave almost all the area on this side; then the other side's fraction, slower
  // here but still convergent, gives the small tail its own digits.
  if (logLower > -0.2 && x > 1e-4) {
    return tailsFromLogs(logLower, logKernel + Math.log(betaFraction(y, x, b, a)));
  }
  return tailsFromLogLower(logLower);
}
