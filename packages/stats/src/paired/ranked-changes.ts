import type { ValueCount } from '../moments/index.js';

/** What becomes of people whose score did not change: left out, or ranked first and then left out. */
export type ZeroRule = 'dropped' | 'ranked';

/** Changes of one size: their common midrank, and how many went up and down. */
export type RankedGroup = {
  /** Twice the midrank, so that it is whole. */
  readonly doubledRank: number;
  readonly up: number;
  readonly down: number;
};

/** Changes ranked by size for Wilcoxon's test. */
export type RankedChanges = {
  /** All changes, zeros included. */
  readonly n: number;
  readonly zeros: number;
  readonly groups: readonly RankedGroup[];
  /** Whether any two changes share a size. */
  readonly ties: boolean;
};

/**
 * Ranks changes by size, equal sizes sharing their mean rank. Sizes are compared exactly as they
 * stand, as R does: bring scores with decimals to whole numbers first, or rounding decides ties.
 * With `ranked` zeros take the lowest ranks before they are left out (Pratt, 1959).
 */
export function rankChanges(counts: readonly ValueCount[], zeroRule: ZeroRule): RankedChanges {
  const bySize = new Map<number, { up: number; down: number }>();
  let zeros = 0;
  let n = 0;
  for (const { value, count } of counts) {
    n += count;
    if (value === 0) zeros += count;
    else {
      const group = bySize.get(Math.abs(value)) ?? { up: 0, down: 0 };
      group[value > 0 ? 'up' : 'down'] += count;
      bySize.set(Math.abs(value), group);
    }
  }
  let before = zeroRule === 'ranked' ? zeros : 0;
  const sizes = [...bySize.entries()].sort(([a], [b]) => a - b);
  const groups = sizes.map(([, { up, down }]) => {
    const doubledRank = 2 * before + up + down + 1;
    before += up + down;
    return { doubledRank, up, down };
  });
  return { n, zeros, groups, ties: groups.some(({ up, down }) => up + down > 1) };
}

/** Rank sums of the increases and decreases, and twice the largest sum there could be. */
export function rankSums({ groups }: RankedChanges): { up: number; down: number } {
  let up = 0;
  let down = 0;
  for (const group of groups) {
    up += group.up * group.doubledRank;
    down += group.down * group.doubledRank;
  }
  return { up: up / 2, down: down / 2 };
}
