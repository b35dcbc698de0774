import { classifyReliableChange, reliableChangeThreshold, type Direction } from '@waymark/stats';
import { unavailable, type Available } from './available.js';
import type { Pair } from './change.js';
import { tooFew } from './describe.js';
import type { ReliabilityUsed, ReliableChangeCounts } from './report.js';
import { publishThreeGroups } from './three-groups.js';

const groups = {
  improved: 'improved',
  'no reliable change': 'noReliableChange',
  worse: 'worse',
} as const;

/**
 * How many people changed reliably, each way, by Jacobson and Truax. `sd` is the standard deviation
 * at the start of all who are enrolled. Reliability and threshold are rounded for publication: in
 * full they would tell how many answers they were computed from.
 */
export function reliableChange(
  pairs: readonly Pair[],
  {
    sd,
    reliability,
    direction,
    minimumCell,
  }: {
    readonly sd: number | null;
    readonly reliability: Available<ReliabilityUsed>;
    readonly direction: Direction | null;
    readonly minimumCell: number;
  },
): Available<ReliableChangeCounts> {
  if (pairs.length < minimumCell) return unavailable(tooFew(minimumCell));
  if (direction === null)
    return unavailable('neither side of this scale is better, so nobody is called better or worse');
  if (!reliability.available) return reliability;
  if (sd === null || sd === 0) return unavailable('all scores at the start are the same');
  const error = { sd, reliability: reliability.value };
  const people = { improved: 0, noReliableChange: 0, worse: 0 };
  for (const [before, after] of pairs) {
    const found = classifyReliableChange({ before, after, ...error, direction });
    if (!found.computable) return unavailable(found.reason);
    people[groups[found.outcome]] += 1;
  }
  return {
    available: true,
    people: publishThreeGroups(people, minimumCell),
    n: pairs.length,
    threshold: Number(reliableChangeThreshold(error).toPrecision(3)),
    reliability: {
      value: Number(reliability.value.toFixed(2)),
      type: reliability.type,
      source: reliability.source,
      sampleBased: reliability.sampleBased,
    },
    method: 'Jacobson-Truax',
  };
}
