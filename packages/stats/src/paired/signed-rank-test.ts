import { normalUpper } from '../distributions/index.js';
import type { ValueCount } from '../moments/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { countChanges } from './count-changes.js';
import { rankChanges, rankSums } from './ranked-changes.js';
import type { ZeroRule } from './ranked-changes.js';

/** Wilcoxon's signed-rank test by its normal approximation. */
export type SignedRankTest = {
  /** All changes, zeros included. */
  n: number;
  zeros: number;
  used: number;
  /** Rank sum of the increases: R's V. */
  up: number;
  /** Rank sum of the decreases. */
  down: number;
  ties: boolean;
  /** Rank-biserial correlation (up - down) / (up + down), from -1 to 1 (Kerby, 2014). */
  rankBiserial: number;
  z: number;
  /** Two-sided. */
  p: number;
  /** z moved by half a rank towards zero. */
  zCorrected: number;
  /** Two-sided, corrected for continuity. */
  pCorrected: number;
  method: 'Wilcoxon signed rank, normal' | 'Wilcoxon-Pratt signed rank, normal';
};

/** Wilcoxon's signed-rank test from counts of each change; see `signedRankTest`. */
export function signedRankTestFromCounts(
  counts: readonly ValueCount[],
  { zeroRule = 'dropped' as ZeroRule } = {},
): Result<SignedRankTest> {
  const ranked = rankChanges(counts, zeroRule);
  const { n, zeros, groups, ties } = ranked;
  if (n === 0) return refuse('no complete pairs', n);
  if (groups.length === 0) return refuse('no change differs from zero', n);
  const { up, down } = rankSums(ranked);
  const squares = groups.reduce((sum, { doubledRank, up: u, down: d }) => {
    return sum + (u + d) * doubledRank * doubledRank;
  }, 0);
  const distance = (up - down) / 2;
  // A doubled rank squared is four ranks squared; the variance is a quarter of those.
  const sd = Math.sqrt(squares) / 4;
  const z = distance / sd;
  const zCorrected = (distance - 0.5 * Math.sign(distance)) / sd;
  return {
    computable: true,
    n,
    zeros,
    used: n - zeros,
    up,
    down,
    ties,
    rankBiserial: (up - down) / (up + down),
    z,
    p: 2 * normalUpper(Math.abs(z)),
    zCorrected,
    pCorrected: 2 * normalUpper(Math.abs(zCorrected)),
    method:
      zeroRule === 'ranked' ? 'Wilcoxon-Pratt signed rank, normal' : 'Wilcoxon signed rank, normal',
  };
}

/**
 * Wilcoxon's signed-rank test with the normal approximation, its variance corrected for ties; for
 * changes whose distribution is symmetric but not normal. Zeros are dropped (Wilcoxon, 1945) or
 * ranked first (Pratt, 1959). Needs one change that is not zero. R: `wilcox.test(changes, exact =
 * FALSE)` for `pCorrected`, `coin::wilcoxsign_test(changes ~ 0)` for Pratt.
 */
export function signedRankTest(
  changes: readonly number[],
  { zeroRule = 'dropped' as ZeroRule } = {},
): Result<SignedRankTest> {
  return signedRankTestFromCounts(countChanges(changes), { zeroRule });
}
