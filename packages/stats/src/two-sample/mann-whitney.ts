import { normalUpper } from '../distributions/index.js';
import type { ValueCount } from '../moments/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { countEach, jointRanks } from './joint-ranks.js';

/** The Mann-Whitney test of two groups by its normal approximation. */
export type MannWhitney = {
  n: readonly [number, number];
  /** Pairs in which the first group's person is higher, ties counting half: R's W. */
  u: number;
  ties: boolean;
  /** Chance that a person of the first group is higher than one of the second: u / (n1 n2). */
  commonLanguage: number;
  /** Rank-biserial correlation, 2 commonLanguage - 1. */
  rankBiserial: number;
  z: number;
  /** Two-sided. */
  p: number;
  /** z moved by half a pair towards zero. */
  zCorrected: number;
  /** Two-sided, corrected for continuity. */
  pCorrected: number;
  method: 'Mann-Whitney, normal';
};

/** The Mann-Whitney test from counts of each value; see `mannWhitney`. */
export function mannWhitneyFromCounts(
  first: readonly ValueCount[],
  second: readonly ValueCount[],
): Result<MannWhitney> {
  const ranks = jointRanks(first, second);
  let n1 = 0;
  let n2 = 0;
  let doubledSum = 0;
  let tieTerm = 0;
  for (const { doubledRank, inFirst, inSecond } of ranks) {
    const shared = inFirst + inSecond;
    n1 += inFirst;
    n2 += inSecond;
    doubledSum += doubledRank * inFirst;
    tieTerm += shared ** 3 - shared;
  }
  const all = n1 + n2;
  if (n1 === 0 || n2 === 0) return refuse('no value in a group', all);
  if (ranks.length === 1) return refuse('all values are equal', all);
  const u = (doubledSum - n1 * (n1 + 1)) / 2;
  const distance = u - (n1 * n2) / 2;
  const sd = Math.sqrt(((n1 * n2) / 12) * (all + 1 - tieTerm / (all * (all - 1))));
  const z = distance / sd;
  const zCorrected = (distance - 0.5 * Math.sign(distance)) / sd;
  const commonLanguage = u / (n1 * n2);
  return {
    computable: true,
    n: [n1, n2],
    u,
    ties: ranks.length < all,
    commonLanguage,
    rankBiserial: 2 * commonLanguage - 1,
    z,
    p: 2 * normalUpper(Math.abs(z)),
    zCorrected,
    pCorrected: 2 * normalUpper(Math.abs(zCorrected)),
    method: 'Mann-Whitney, normal',
  };
}

/**
 * The Mann-Whitney (Wilcoxon rank-sum) test with the normal approximation, its variance corrected
 * for ties (Mann and Whitney, 1947): is a person of the first group as often higher as lower than one
 * of the second? Needs a value in each group, and not all the same. R: `wilcox.test(a, b, exact =
 * FALSE)` for `pCorrected`.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): Result<MannWhitney> {
  return mannWhitneyFromCounts(countEach(a), countEach(b));
}
