import type { JointCounts } from '../moments/index.js';
import type { Direction } from './jacobson-truax.js';

/** The smallest change that matters, in units of the score, and which way is better. */
export type ResponderRule = {
  readonly smallestImportantChange: number;
  readonly direction: Direction;
  /**
   * Fractions of scores carry rounding: a change this little below the smallest important one
   * still counts as equal. Default 1e-9 in units of the score.
   */
  readonly tolerance?: number;
};

/** People counted by whether their change reached the smallest important one. */
export type Responders = {
  readonly improved: number;
  readonly between: number;
  readonly worse: number;
  readonly n: number;
};

/**
 * Counts people whose change is at least the smallest important change (MCID), for better or worse.
 *
 * At least, not more than: the value itself is important. It judges what matters, not what exceeds
 * measurement error, so show it beside reliable change. In R: `sum(direction * change >= mcid)`.
 */
export function countResponders(
  counts: JointCounts,
  { smallestImportantChange, direction, tolerance = 1e-9 }: ResponderRule,
): Responders {
  if (!(smallestImportantChange > 0))
    throw new RangeError('countResponders requires a smallest important change above zero');
  const found = { improved: 0, between: 0, worse: 0, n: 0 };
  for (const { before, after, count } of counts) {
    const improvement = direction * (after - before);
    found.n += count;
    if (improvement >= smallestImportantChange - tolerance) found.improved += count;
    else if (improvement <= -smallestImportantChange + tolerance) found.worse += count;
    else found.between += count;
  }
  return found;
}

/** Counts people who scored better, the same and worse: the sign of change alone. */
export function countDirections(
  counts: JointCounts,
  direction: Direction,
): { readonly better: number; readonly same: number; readonly worse: number; readonly n: number } {
  const found = { better: 0, same: 0, worse: 0, n: 0 };
  for (const { before, after, count } of counts) {
    const improvement = direction * (after - before);
    found.n += count;
    if (improvement > 0) found.better += count;
    else if (improvement < 0) found.worse += count;
    else found.same += count;
  }
  return found;
}
