import { daysSinceBaseline, type Score, type Submission, type Timepoint } from '@waymark/model';
import { oncePerTimepoint } from './once-per-timepoint.js';

/** One score of one person at one timepoint; `null` with the reason when it could not be computed. */
export type DatasetRow = {
  readonly program: string;
  readonly participant: string;
  readonly instrument: string;
  readonly version: string;
  readonly timepoint: Timepoint;
  readonly scale: string;
} & (
  | { readonly value: number }
  | { readonly value: null; readonly reason: Extract<Score, { value: null }>['reason'] }
);

/** All scores as rows, and how many submissions were set aside as answered twice. */
export type Dataset = { readonly rows: readonly DatasetRow[]; readonly setAside: number };

/**
 * Submissions as rows of program x participant x timepoint x scale, each person's rows in order of
 * timepoint. Use it to hand the data to other tools; `changeReport` starts from the same rule that
 * a person counts once at each timepoint.
 */
export function dataset(submissions: readonly Submission[]): Dataset {
  const { kept, setAside } = oncePerTimepoint(submissions);
  return { rows: [...kept].sort(byPersonAndTime).flatMap(rowsOf), setAside };
}

function rowsOf({ program, participant, instrument, version, timepoint, scores }: Submission) {
  return Object.entries(scores).map(([scale, score]): DatasetRow => {
    const row = { program, participant, instrument, version, timepoint, scale };
    return score.value === null
      ? { ...row, value: null, reason: score.reason }
      : { ...row, value: score.value };
  });
}

function byPersonAndTime(a: Submission, b: Submission): number {
  return (
    compare(a.program, b.program) ||
    compare(a.participant, b.participant) ||
    compare(a.instrument, b.instrument) ||
    compare(a.version, b.version) ||
    daysSinceBaseline(a.timepoint) - daysSinceBaseline(b.timepoint)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
