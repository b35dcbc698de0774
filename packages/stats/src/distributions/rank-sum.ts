import { requireProbability } from './check.js';
import { edgeworthCdf } from './edgeworth.js';
import { choiceSumChances, sumUpTo } from './subset-sums.js';
import { quantileOfSymmetric, smallestWhere } from './symmetric-counts.js';

/** Up to this product of the two counts the distribution is counted out. */
const exactUpTo = 10_000;

function requireCounts(m: number, n: number): void {
  const whole = (count: number) => Number.isInteger(count) && count >= 0;
  if (!whole(m) || !whole(n)) throw new RangeError('rankSum requires whole counts >= 0');
}

/** Chances of U = 0 ... limit: U is the rank sum of the smaller group less its least value. */
function chancesUpTo(limit: number, m: number, n: number): Float64Array {
  const size = Math.min(m, n);
  const least = (size * (size + 1)) / 2;
  const ranks = Array.from({ length: m + n }, (_, i) => i + 1);
  return choiceSumChances(ranks, size, limit + least).subarray(least);
}

/** Cumulants of U: sums of differences of powers, weighted with Bernoulli numbers. */
function cumulants(m: number, n: number) {
  let fourth = 0;
  let sixth = 0;
  for (let i = 1; i <= m; i++) {
    fourth -= ((n + i) ** 4 - i ** 4) / 120;
    sixth += ((n + i) ** 6 - i ** 6) / 252;
  }
  return { mean: (m * n) / 2, second: (m * n * (m + n + 1)) / 12, fourth, sixth };
}

/**
 * P(U <= u) for the Mann-Whitney statistic of two untied groups of m and n: exact while m n is at
 * most 10,000, where each tail keeps its relative accuracy; Edgeworth's series beyond.
 * R: `pwilcox(u, m, n)`.
 */
export function rankSumCdf(u: number, m: number, n: number): number {
  requireCounts(m, n);
  const whole = Math.floor(u + 1e-7);
  if (whole < 0) return 0;
  if (whole >= m * n) return 1;
  if (m * n > exactUpTo) return edgeworthCdf(whole, cumulants(m, n));
  if (2 * whole >= m * n) return 1 - rankSumCdf(m * n - whole - 1, m, n);
  return sumUpTo(chancesUpTo(whole, m, n), whole);
}

/** P(U > u), u itself left out. R: `pwilcox(u, m, n, lower.tail = FALSE)`. */
export function rankSumUpper(u: number, m: number, n: number): number {
  return rankSumCdf(m * n - Math.floor(u + 1e-7) - 1, m, n);
}

/** The smallest u with P(U <= u) >= p. R: `qwilcox(p, m, n)`. */
export function rankSumQuantile(p: number, m: number, n: number): number {
  requireCounts(m, n);
  requireProbability('rankSumQuantile', p);
  const most = m * n;
  if (most > exactUpTo) {
    const shape = cumulants(m, n);
    return smallestWhere((u) => edgeworthCdf(u, shape) >= p, most);
  }
  return quantileOfSymmetric(p, chancesUpTo(Math.floor(most / 2), m, n), most);
}
