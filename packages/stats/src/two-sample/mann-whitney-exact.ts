import { choiceSumChances, sumUpTo } from '../distributions/index.js';
import type { ValueCount } from '../moments/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { countEach, jointRanks } from './joint-ranks.js';

/** Beyond this many pairs of people counting out takes longer than a page should wait. */
const mostPairs = 10_000;

/** The Mann-Whitney test by counting out all ways the groups could have been formed. */
export type MannWhitneyExact = {
  n: readonly [number, number];
  u: number;
  ties: boolean;
  /** Two-sided: twice the smaller tail. */
  p: number;
  method: 'Mann-Whitney, exact';
};

/** The exact Mann-Whitney test from counts of each value; see `mannWhitneyExact`. */
export function mannWhitneyExactFromCounts(
  first: readonly ValueCount[],
  second: readonly ValueCount[],
): Result<MannWhitneyExact> {
  const ranks = jointRanks(first, second);
  const n1 = ranks.reduce((sum, { inFirst }) => sum + inFirst, 0);
  const n2 = ranks.reduce((sum, { inSecond }) => sum + inSecond, 0);
  if (n1 === 0 || n2 === 0) return refuse('no value in a group', n1 + n2);
  if (ranks.length === 1) return refuse('all values are equal', n1 + n2);
  if (n1 * n2 > mostPairs) {
    return refuse('more than 10,000 pairs of people: use the normal approximation', n1 + n2);
  }
  const unit = ranks.every(({ doubledRank }) => doubledRank % 2 === 0) ? 2 : 1;
  const weights = ranks.flatMap(({ doubledRank, inFirst, inSecond }) =>
    new Array<number>(inFirst + inSecond).fill(doubledRank / unit),
  );
  const sum = ranks.reduce((all, { doubledRank, inFirst }) => all + doubledRank * inFirst, 0);
  const whole = (n1 + n2) * (n1 + n2 + 1);
  // Both tails read as low tails: of the first group's rank sum, and of the second's.
  const lower = tail(weights, n1, sum / unit);
  const upper = tail(weights, n2, (whole - sum) / unit);
  const p = Math.min(1, 2 * Math.min(lower, upper));
  const u = (sum - n1 * (n1 + 1)) / 2;
  const ties = ranks.length < n1 + n2;
  return { computable: true, n: [n1, n2], u, ties, p, method: 'Mann-Whitney, exact' };
}

function tail(weights: readonly number[], size: number, sum: number): number {
  return sumUpTo(choiceSumChances(weights, size, sum), sum);
}

/**
 * The Mann-Whitney test, exact also with ties: the permutation distribution of the ranks as they
 * are. For small groups, up to n1 n2 = 10,000. R: `wilcox.test(a, b)` without ties,
 * `coin::wilcox_test(value ~ group, distribution = "exact")` with them.
 */
export function mannWhitneyExact(
  a: readonly number[],
  b: readonly number[],
): Result<MannWhitneyExact> {
  return mannWhitneyExactFromCounts(countEach(a), countEach(b));
}
