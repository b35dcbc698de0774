import { requireProbability } from './check.js';
import { edgeworthCdf } from './edgeworth.js';
import { subsetSumChances, sumUpTo } from './subset-sums.js';
import { quantileOfSymmetric, smallestWhere } from './symmetric-counts.js';

/** Up to here the distribution is counted out; beyond, Edgeworth's series errs by less than 1e-8. */
const exactUpTo = 500;

const total = (n: number) => (n * (n + 1)) / 2;

function requireCount(n: number): void {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError('signedRank requires a whole n >= 0');
}

function cumulants(n: number) {
  const squares = (n * (n + 1) * (2 * n + 1)) / 6;
  const fourth = (squares * (3 * n * n + 3 * n - 1)) / 5;
  const sixth = (squares * (3 * n ** 4 + 6 * n ** 3 - 3 * n + 1)) / 7;
  return { mean: total(n) / 2, second: squares / 4, fourth: -fourth / 8, sixth: sixth / 4 };
}

/**
 * P(W <= w) for Wilcoxon's signed-rank sum of n untied differences: exact up to n = 500, where each
 * tail keeps its relative accuracy. R: `psignrank(w, n)`.
 */
export function signedRankCdf(w: number, n: number): number {
  requireCount(n);
  const whole = Math.floor(w + 1e-7);
  if (whole < 0) return 0;
  if (whole >= total(n)) return 1;
  if (n > exactUpTo) return edgeworthCdf(whole, cumulants(n));
  if (2 * whole >= total(n)) return 1 - signedRankCdf(total(n) - whole - 1, n);
  return sumUpTo(subsetSumChances(ranks(n), whole), whole);
}

/** P(W > w), w itself left out. R: `psignrank(w, n, lower.tail = FALSE)`. */
export function signedRankUpper(w: number, n: number): number {
  return signedRankCdf(total(n) - Math.floor(w + 1e-7) - 1, n);
}

/** P(W = w). R: `dsignrank(w, n)`; exact up to n = 500 and refused beyond. */
export function signedRankDensity(w: number, n: number): number {
  requireCount(n);
  if (n > exactUpTo) throw new RangeError('signedRankDensity requires n <= 500');
  if (!Number.isInteger(w) || w < 0 || w > total(n)) return 0;
  const nearer = Math.min(w, total(n) - w);
  return subsetSumChances(ranks(n), nearer)[nearer]!;
}

/** The smallest w with P(W <= w) >= p. R: `qsignrank(p, n)`. */
export function signedRankQuantile(p: number, n: number): number {
  requireCount(n);
  requireProbability('signedRankQuantile', p);
  const most = total(n);
  if (n > exactUpTo) return smallestWhere((w) => edgeworthCdf(w, cumulants(n)) >= p, most);
  return quantileOfSymmetric(p, subsetSumChances(ranks(n), Math.floor(most / 2)), most);
}

function ranks(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}
