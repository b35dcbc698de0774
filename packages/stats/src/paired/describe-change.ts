import { quantileOfCounts } from '../moments/index.js';
import { changesOf } from './complete-pairs.js';
import type { Pair } from './complete-pairs.js';
import { countChanges } from './count-changes.js';

/** How many changed in which direction, and the change of the middle person. */
export type ChangeCounts = {
  readonly n: number;
  readonly increased: number;
  readonly decreased: number;
  readonly same: number;
  /** `null` without pairs. */
  readonly medianChange: number | null;
};

/**
 * Counts raised, lowered and equal scores, without any threshold: what happened, before any
 * question of what can be told from measurement error. R: `sum(change > 0)`, `median(change)`.
 */
export function describeChange(pairs: readonly Pair[]): ChangeCounts {
  const changes = changesOf(pairs);
  return {
    n: changes.length,
    increased: changes.filter((change) => change > 0).length,
    decreased: changes.filter((change) => change < 0).length,
    same: changes.filter((change) => change === 0).length,
    medianChange: quantileOfCounts(countChanges(changes), 0.5),
  };
}
