import { tailsFromLogLower } from './tails.js';

const halfLogTwoPi = 0.9189385332046728;
const rootTwoPi = 2.5066282746310002;

/**
 * Chebyshev coefficients, computed to 40 digits, of (z + 0.6) M(z) over (z - 5) / (z + 5), where
 * M is Mills' ratio.
 */
const mills = [
  1.0018288604667882, 0.05722732783543416, -0.10016221418048875, 0.059171301238099945,
  -0.023943618953742193, 0.007325911525411721, -0.00170419380584661, 0.0002828173515202541,
  -2.5413815538393404e-5, -1.5283829844481778e-6, 8.352510271826174e-7, -7.413179053046079e-8,
  -1.3899473929626949e-8, 3.4845604474695473e-9, 1.299445609462436e-10, -1.1875062076065528e-10,
  2.166982015443355e-12, 3.987282312458338e-12, -1.952173928621515e-13, -1.4372251957696065e-13,
  8.544823089137138e-15, 5.682662634081852e-15, -2.7716005499120114e-16, -2.4289205502012943e-16,
];

/**
 * Mills' ratio of the standard normal for z >= 0: upper tail over density, to a relative 1e-15.
 * It falls from 1.2533 like 1 / z and is what keeps far tails exact. R: `pnorm(z, lower = FALSE) /
 * dnorm(z)`, where those do not underflow.
 */
export function millsRatio(z: number): number {
  const x = (z - 5) / (z + 5);
  let current = 0;
  let previous = 0;
  for (let k = mills.length - 1; k > 0; k--) {
    const next = 2 * x * current - previous + mills[k]!;
    previous = current;
    current = next;
  }
  return (mills[0]! + x * current - previous) / (z + 0.6);
}

/** Density of the standard normal; z is split so that exp() keeps its digits. R: `dnorm(z)`. */
export function normalDensity(z: number): number {
  const size = Math.abs(z);
  if (size > 39) return 0;
  const coarse = Math.trunc(size * 16) / 16;
  const fine = (size - coarse) * (size + coarse);
  return (Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * fine)) / rootTwoPi;
}

/** Upper tail area of the standard normal, relative 1e-15 down to 1e-308. R: `pnorm(z, lower.tail = FALSE)`. */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  return z === Infinity ? 0 : millsRatio(z) * normalDensity(z);
}

/** Lower tail area of the standard normal, relative 1e-15 down to 1e-308. R: `pnorm(z)`. */
export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/** Logarithm of the upper tail area, finite for every finite z. R: `pnorm(z, lower.tail = FALSE, log.p = TRUE)`. */
export function normalLogUpper(z: number): number {
  if (z === Infinity) return -Infinity;
  if (z < 0) return tailsFromLogLower(normalLogUpper(-z)).logUpper;
  return Math.log(millsRatio(z)) - halfLogTwoPi - 0.5 * z * z;
}

/** Logarithm of the lower tail area, finite for every finite z. R: `pnorm(z, log.p = TRUE)`. */
export function normalLogCdf(z: number): number {
  return normalLogUpper(-z);
}
