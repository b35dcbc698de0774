import type { CovarianceMap } from './covariance-map.js';
import { correlationMap } from './correlation-map.js';
import type { Repeated } from './model.js';
import { allPairs, type Level } from './problem.js';

/**
 * What makes observations go together: the random effects of one grouping variable, its terms side
 * by side; or the timepoints of repeated observations with a covariance of their own.
 */
export type RandomLevel = {
  /** The grouping variable, or the variable that tells timepoints apart. */
  readonly group: string;
  /** The names of the effects, or the levels of the timepoint. */
  readonly effects: readonly string[];
  /** Sets of effects that may go together, as places in `effects`. */
  readonly blocks: readonly (readonly number[])[];
  readonly level: Level;
  readonly maps: readonly CovarianceMap[];
  /**
   * Units in which the effects are about one and, within a block, unrelated: A with Z A having mean
   * squares of one. Searching there is easy whatever the unit and origin of time; D = A D' A'.
   * `null` for repeated observations.
   */
  readonly units: Float64Array | null;
};

/** Repeated observations whose covariance has a shape of its own. */
export function repeatedLevel(
  { timepoint, covariance }: Repeated,
  levels: readonly string[],
): RandomLevel {
  const width = levels.length;
  return {
    group: timepoint,
    effects: levels,
    blocks: [levels.map((_, i) => i)],
    level: { width, pairs: allPairs(width) },
    maps: [correlationMap(covariance, width)],
    units: null,
  };
}
