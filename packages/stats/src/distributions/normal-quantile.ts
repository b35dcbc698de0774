import { requireProbability } from './check.js';
import { millsRatio, normalDensity } from './normal.js';

const halfLogTwoPi = 0.9189385332046728;

/** Area between 0 and z over the density at z: z + z^3/3 + z^5/15 + ..., all terms of one sign. */
function centralRatio(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

/** The z whose area between 0 and z is `area`, by Newton's method; for areas up to 1/4. */
function fromCentralArea(area: number): number {
  let z = area / normalDensity(0);
  for (let round = 0; round < 20; round++) {
    const step = centralRatio(z) - area / normalDensity(z);
    z -= step;
    if (Math.abs(step) <= 1e-9 * Math.abs(z)) break;
  }
  return z;
}

/** The z > 0 whose upper tail has this logarithm, by Newton's method on the logarithm. */
function fromLogUpper(logArea: number): number {
  const size = Math.sqrt(-2 * logArea);
  let z = size - (Math.log(size) + halfLogTwoPi) / size;
  for (let round = 0; round < 50; round++) {
    const ratio = millsRatio(z);
    const step = ratio * (Math.log(ratio) - halfLogTwoPi - 0.5 * z * z - logArea);
    z += step;
    if (Math.abs(step) <= 1e-9 * z) break;
  }
  return z;
}

/**
 * The z below which a standard normal lies with probability p, to a relative 1e-15, also where p
 * is 1e-300 or close to one half. R: `qnorm(p)`.
 */
export function normalQuantile(p: number): number {
  requireProbability('normalQuantile', p);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  return p > 0.25 ? -fromCentralArea(0.5 - p) : -fromLogUpper(Math.log(p));
}

/** The z above which a standard normal lies with probability p. R: `qnorm(p, lower.tail = FALSE)`. */
export function normalUpperQuantile(p: number): number {
  return 0 - normalQuantile(p);
}
