import {
  daysSinceBaseline,
  type Instrument,
  type Scale,
  type Submission,
  type Timepoint,
} from '@waymark/model';
import { sampleSummary } from '@waymark/stats';
import { unavailable } from './available.js';
import { directionOf } from './change.js';
import { countAlone } from './count.js';
import { describe, wouldTell, type Rules } from './describe.js';
import { followUp, pairsAt } from './follow-up.js';
import { publishFlow } from './people-flow.js';
import { personScores } from './person-scores.js';
import { reliabilityFor } from './reliability-used.js';
import type { ProgramResult, ReportProgram } from './report.js';
import { scalesSharingItems } from './shared-items.js';
import { unlikeItems } from './unlike-items.js';

/** One program's results on a scale, before they are put into words. */
export type ResultInNumbers = Omit<ProgramResult, 'summary'>;

/**
 * One program's results on one scale. `submissions` are that program's to that instrument version,
 * once per timepoint. Enrolled are the people with a score at the start; at each later timepoint
 * those with a score there too are followed up, and everyone else enrolled is lost to it.
 */
export function programResult(
  program: ReportProgram,
  submissions: readonly Submission[],
  { scale, instrument }: { readonly scale: Scale; readonly instrument: Instrument },
  rules: Rules,
): ResultInNumbers {
  const { minimumCell } = rules;
  const together = scalesSharingItems(scale, instrument).map(({ id }) => id);
  const people = personScores(submissions, scale.id, together);
  const enrolled = people.filter((person) => person.has('baseline'));
  const starts = enrolled.map((person) => person.get('baseline')!);
  const later = laterTimepoints(submissions);
  const flow = publishFlow(
    enrolled.length,
    later.map((timepoint) => pairsAt(enrolled, timepoint).pairs.length),
    minimumCell,
  );
  const withoutMean = scale.ordinal
    ? 'the steps of this score have an order and no size, so an average of them says nothing'
    : null;
  const shared = {
    rules,
    withoutMean,
    unlikeItems: unlikeItems(scale, submissions, together),
    direction: directionOf(scale),
    sd: sampleSummary(starts).sd,
    reliability: reliabilityFor(scale, instrument, submissions, minimumCell),
  };
  const withoutStart = people.filter((person) => person.size > 0 && !person.has('baseline'));
  return {
    program,
    enrolled: flow.enrolled,
    start: startOf(starts, flow.enrolled.withheld, withoutMean, rules),
    withoutStart: countAlone(withoutStart.length, minimumCell),
    followUps: later.map((timepoint, i) =>
      followUp(enrolled, timepoint, flow.followUps[i]!, shared),
    ),
  };
}

function startOf(
  starts: readonly number[],
  withheld: boolean,
  withoutMean: string | null,
  rules: Rules,
): ProgramResult['start'] {
  if (withheld) return unavailable(wouldTell(rules.minimumCell));
  return withoutMean === null ? describe(starts, rules) : unavailable(withoutMean);
}

function laterTimepoints(submissions: readonly Submission[]): readonly Timepoint[] {
  const timepoints = new Set(submissions.map(({ timepoint }) => timepoint));
  timepoints.delete('baseline');
  return [...timepoints].sort((a, b) => daysSinceBaseline(a) - daysSinceBaseline(b));
}
