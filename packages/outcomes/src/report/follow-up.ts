import type { Timepoint } from '@waymark/model';
import type { Direction } from '@waymark/stats';
import { unavailable, type Available } from './available.js';
import { effectSize, meanChange, type Pair } from './change.js';
import { completersAgainstLost } from './completers-against-lost.js';
import { countAlone } from './count.js';
import { describe, type Rules } from './describe.js';
import type { FollowUpFlow } from './people-flow.js';
import type { PersonScores } from './person-scores.js';
import { reliableChange } from './reliable-change.js';
import type { FollowUp, ReliabilityUsed } from './report.js';

/** What all timepoints of one program and scale have in common. */
export type Shared = {
  readonly rules: Rules;
  readonly direction: Direction | null;
  /** Why averages say nothing of this scale, if they do not. */
  readonly withoutMean: string | null;
  readonly unlikeItems: (timepoint: Timepoint) => number;
  /** Standard deviation at the start of all who are enrolled. */
  readonly sd: number | null;
  readonly reliability: Available<ReliabilityUsed>;
};

/** Each enrolled person's score at the start and at one later timepoint, if there is one. */
export function pairsAt(
  enrolled: readonly PersonScores[],
  timepoint: Timepoint,
): { readonly pairs: readonly Pair[]; readonly lost: readonly number[] } {
  const pairs: Pair[] = [];
  const lost: number[] = [];
  for (const person of enrolled) {
    const start = person.get('baseline')!;
    const later = person.get(timepoint);
    if (later === undefined) lost.push(start);
    else pairs.push([start, later]);
  }
  return { pairs, lost };
}

/** The results of those who answered again at one timepoint. */
export function followUp(
  enrolled: readonly PersonScores[],
  timepoint: Timepoint,
  flow: FollowUpFlow,
  { rules, direction, sd, reliability, withoutMean, unlikeItems }: Shared,
): FollowUp {
  const { pairs, lost } = pairsAt(enrolled, timepoint);
  const starts = pairs.map(([start]) => start);
  const { minimumCell } = rules;
  const unlike = countAlone(unlikeItems(timepoint), minimumCell);
  if (withoutMean !== null) {
    const none = unavailable(withoutMean);
    return {
      timepoint,
      ...flow,
      start: none,
      later: none,
      change: none,
      effectSize: none,
      reliableChange: none,
      completersAgainstLost: none,
      unlikeItems: unlike,
    };
  }
  return {
    timepoint,
    ...flow,
    unlikeItems: unlike,
    start: describe(starts, rules),
    later: describe(
      pairs.map(([, later]) => later),
      rules,
    ),
    change: meanChange(pairs, direction, rules),
    effectSize: effectSize(pairs, direction, rules),
    reliableChange: reliableChange(pairs, { sd, reliability, direction, minimumCell }),
    completersAgainstLost: completersAgainstLost({ followedUp: starts, lost }, flow, rules),
  };
}
