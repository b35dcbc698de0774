import { signedRankCdf, signedRankQuantile } from '../distributions/index.js';
import type { ValueCount } from '../moments/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { countChanges } from './count-changes.js';
import { walshSums } from './walsh-sums.js';

/** The Hodges-Lehmann estimate of the typical change with its interval. */
export type HodgesLehmann = {
  value: number;
  /** `level` is what the interval was asked to cover; see `achieved`. */
  interval: Interval;
  /** What the interval covers: few people give only a few levels to choose from. */
  achieved: number;
  n: number;
  method: 'Hodges-Lehmann median of Walsh averages';
};

/** The Hodges-Lehmann estimate from counts of each change; see `hodgesLehmann`. */
export function hodgesLehmannFromCounts(
  counts: readonly ValueCount[],
  { level = 0.95 } = {},
): Result<HodgesLehmann> {
  const sorted = [...counts].sort((a, b) => a.value - b.value);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return refuse('no complete pairs', n);
  if (n === 1) return refuse('one complete pair: no variance', n);
  const { size, pick } = walshSums(sorted);
  const lowerMiddle = pick(Math.floor((size + 1) / 2)) / 2;
  const upperMiddle = size % 2 === 1 ? lowerMiddle : pick(size / 2 + 1) / 2;
  const rank = Math.max(1, signedRankQuantile((1 - level) / 2, n));
  return {
    computable: true,
    value: (lowerMiddle + upperMiddle) / 2,
    interval: { low: pick(rank) / 2, high: pick(size + 1 - rank) / 2, level },
    achieved: 1 - 2 * signedRankCdf(rank - 1, n),
    n,
    method: 'Hodges-Lehmann median of Walsh averages',
  };
}

/**
 * The typical change that Wilcoxon's test is about: the median of all averages of two changes, each
 * with itself included, zeros kept (Hodges and Lehmann, 1963). Robust against a few extreme people;
 * assumes a symmetric distribution. The interval takes the averages at the signed-rank quantiles
 * (Bauer, 1972) and covers at least `level`, unless there are too few people (n < 6 for 95 %). R:
 * `wilcox.test(changes, conf.int = TRUE, exact = TRUE)`, without ties and zeros.
 */
export function hodgesLehmann(
  changes: readonly number[],
  { level = 0.95 } = {},
): Result<HodgesLehmann> {
  return hodgesLehmannFromCounts(countChanges(changes), { level });
}
