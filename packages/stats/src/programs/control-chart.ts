import { refuse, type Result } from '../result.js';

/** Centre and limits of an individuals and moving-range chart. */
export type ControlChart = {
  readonly centre: number;
  readonly meanMovingRange: number;
  /** Spread estimated from the moving ranges: mean moving range / 1.128. */
  readonly sigma: number;
  /** Natural process limits: centre -+ 2.66 mean moving ranges. */
  readonly lower: number;
  readonly upper: number;
  /** Upper limit of the moving range: 3.267 mean moving ranges. */
  readonly movingRangeUpper: number;
  readonly n: number;
  readonly method: 'XmR chart';
};

/**
 * The XmR chart of values in time order, one per period: tells ordinary variation from a signal.
 *
 * Shewhart; constants for ranges of two as printed by Wheeler 1993 (1.128, 2.66, 3.267). Limits
 * from a dozen periods or fewer are provisional. In R: `qcc::qcc(x, type = "xbar.one")`.
 */
export function controlChart(values: readonly number[]): Result<ControlChart> {
  const n = values.length;
  if (n < 2) return refuse('at least two periods are needed', n);
  const centre = values.reduce((a, b) => a + b, 0) / n;
  let ranges = 0;
  for (let i = 1; i < n; i += 1) ranges += Math.abs(values[i]! - values[i - 1]!);
  const meanMovingRange = ranges / (n - 1);
  if (meanMovingRange === 0) return refuse('values do not vary', n);
  return {
    computable: true,
    centre,
    meanMovingRange,
    sigma: meanMovingRange / 1.128,
    lower: centre - 2.66 * meanMovingRange,
    upper: centre + 2.66 * meanMovingRange,
    movingRangeUpper: 3.267 * meanMovingRange,
    n,
    method: 'XmR chart',
  };
}
