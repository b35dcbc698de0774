import type { Timepoint } from '@waymark/model';
import type { Direction } from '@waymark/stats';
import type { Available } from './available.js';
import { effectSize, meanChange, type Pair } from './change.js';
import { completersAgainstLost } from './completers-against-lost.js';
import { describe, type Rules } from './describe.js';
import type { FollowUpFlow } from './people-flow.js';
import type { PersonScores } from './person-scores.js';
import { reliableChange } from './reliable-change.js';
import type { FollowUp, ReliabilityUsed } from './report.js';

/** What all timepoints of one program and scale have in common. */
export type Shared = {
  readonly rules: Rules;
  readonly direction: Direction;
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
  { rules, direction, sd, reliability }: Shared,
): FollowUp {
  const { pairs, lost } = pairsAt(enrolled, timepoint);
  const starts = pairs.map(([start]) => start);
  const { minimumCell } = rules;
  return {
    timepoint,
    ...flow,
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
