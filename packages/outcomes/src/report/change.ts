import type { Scale } from '@waymark/model';
import {
  cohenDzFromSummary,
  pairedTestFromSummary,
  sampleSummary,
  type Direction,
  type Interval,
} from '@waymark/stats';
import { fromResult, unavailable, type Available } from './available.js';
import { tooFew, type Rules } from './describe.js';
import type { EffectSize, MeanChange } from './report.js';

/** One person's scores at the start and later. */
export type Pair = readonly [start: number, later: number];

const allTheSame = 'everyone changed by the same amount';

/** 1 when higher scores are better, -1 when lower scores are, null when neither side is. */
export function directionOf({ direction }: Pick<Scale, 'direction'>): Direction | null {
  if (direction === 'neither') return null;
  return direction === 'higher-is-better' ? 1 : -1;
}

/** The same number seen in the direction in which higher is better. */
export function turn(value: number, direction: Direction): number {
  return direction === 1 ? value : 0 - value;
}

/** The same interval seen in the direction in which higher is better. */
export function turnInterval({ low, high, level }: Interval, direction: Direction): Interval {
  return direction === 1 ? { low, high, level } : { low: 0 - high, high: 0 - low, level };
}

function changesOf(pairs: readonly Pair[]) {
  return sampleSummary(pairs.map(([start, later]) => later - start));
}

/** The mean change of the same people with its interval and paired t test. */
export function meanChange(
  pairs: readonly Pair[],
  direction: Direction | null,
  { minimumCell, level }: Rules,
): Available<MeanChange> {
  if (pairs.length < minimumCell) return unavailable(tooFew(minimumCell));
  const changes = changesOf(pairs);
  if (changes.n > 1 && changes.sd === 0) return unavailable(allTheSame);
  const test = pairedTestFromSummary(changes, { level });
  return fromResult(test, ({ n, mean, sd, interval, t, df, p, method }) => ({
    n,
    mean,
    sd,
    interval,
    t,
    df,
    p,
    improvement: direction && {
      mean: turn(mean, direction),
      interval: turnInterval(interval, direction),
    },
    method,
  }));
}

/** The mean change in units of the spread of the changes, Cohen's d_z. */
export function effectSize(
  pairs: readonly Pair[],
  direction: Direction | null,
  { minimumCell, level }: Rules,
): Available<EffectSize> {
  if (pairs.length < minimumCell) return unavailable(tooFew(minimumCell));
  const changes = changesOf(pairs);
  if (changes.n > 1 && changes.sd === 0) return unavailable(allTheSame);
  return fromResult(cohenDzFromSummary(changes, { level }), (found) => ({
    value: found.value,
    interval: found.interval,
    improvement: direction && {
      value: turn(found.value, direction),
      interval: turnInterval(found.interval, direction),
    },
    method: found.method,
  }));
}
