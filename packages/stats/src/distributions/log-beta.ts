import { logBetaKernel } from './beta-tails.js';

/**
 * Natural logarithm of the beta function for a, b > 0, without the cancellation of three
 * log-gammas at large arguments. R: `lbeta(a, b)`.
 */
export function logBeta(a: number, b: number): number {
  const x = a / (a + b);
  const y = b / (a + b);
  // At the centre a / (a + b) the kernel x^a y^b / B(a, b) is exact.
  const logX = x > 0.5 ? Math.log1p(-y) : Math.log(x);
  const logY = y > 0.5 ? Math.log1p(-x) : Math.log(y);
  return a * logX + b * logY - logBetaKernel(x, y, a, b);
}
