import { subsetSumChances, sumUpTo } from '../distributions/index.js';
import type { ValueCount } from '../moments/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { countChanges } from './count-changes.js';
import { rankChanges, rankSums } from './ranked-changes.js';
import type { ZeroRule } from './ranked-changes.js';

/** Beyond this many changes counting out takes longer than a page should wait. */
const most = 1000;

/** Wilcoxon's signed-rank test by counting out all ways the signs could have fallen. */
export type SignedRankExact = {
  n: number;
  used: number;
  /** Rank sum of the increases: R's V. */
  up: number;
  ties: boolean;
  /** Two-sided. */
  p: number;
  method: 'Wilcoxon signed rank, exact' | 'Wilcoxon-Pratt signed rank, exact';
};

/** Exact signed-rank test from counts of each change; see `signedRankExact`. */
export function signedRankExactFromCounts(
  counts: readonly ValueCount[],
  { zeroRule = 'dropped' as ZeroRule } = {},
): Result<SignedRankExact> {
  const ranked = rankChanges(counts, zeroRule);
  const { n, zeros, groups, ties } = ranked;
  const used = n - zeros;
  if (n === 0) return refuse('no complete pairs', n);
  if (groups.length === 0) return refuse('no change differs from zero', n);
  if (used > most) return refuse('more than 1000 changes: use the normal approximation', n);
  const unit = groups.every(({ doubledRank }) => doubledRank % 2 === 0) ? 2 : 1;
  const weights = groups.flatMap(({ doubledRank, up, down }) =>
    new Array<number>(up + down).fill(doubledRank / unit),
  );
  const { up, down } = rankSums(ranked);
  const smaller = (2 * Math.min(up, down)) / unit;
  const tail = sumUpTo(subsetSumChances(weights, smaller), smaller);
  const method =
    zeroRule === 'ranked' ? 'Wilcoxon-Pratt signed rank, exact' : 'Wilcoxon signed rank, exact';
  return { computable: true, n, used, up, ties, p: Math.min(1, 2 * tail), method };
}

/**
 * Wilcoxon's signed-rank test, exact also with ties: the permutation distribution of the ranks as
 * they are, every sign being equally likely. Two-sided p is twice the smaller tail. Up to 1000
 * changes other than zero. R: `wilcox.test(changes)` without ties, `coin::wilcoxsign_test(changes ~
 * 0, distribution = "exact", zero.method = "Wilcoxon")` with them.
 */
export function signedRankExact(
  changes: readonly number[],
  { zeroRule = 'dropped' as ZeroRule } = {},
): Result<SignedRankExact> {
  return signedRankExactFromCounts(countChanges(changes), { zeroRule });
}
