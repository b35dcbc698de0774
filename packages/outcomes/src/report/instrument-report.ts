import type { Instrument, Scale, Submission, Timepoint } from '@waymark/model';
import { summarise } from '../text/summary.js';
import type { Rules } from './describe.js';
import { missingAnswers } from './missing-answers.js';
import { primaryTimepoint } from './primary-timepoint.js';
import { programResult } from './program-result.js';
import type { InstrumentReport, ReportProgram, ScaleReport } from './report.js';
import { scalesSharingItems } from './shared-items.js';

/** How an instrument is reported. */
export type ReportRules = Rules & {
  readonly programs: readonly ReportProgram[];
  /** The timepoint to compare with the start; by default the one `primaryTimepoint` finds. */
  readonly primary: Timepoint | undefined;
};

/** One instrument version's results; `submissions` are those to it, once per timepoint. */
export function instrumentReport(
  instrument: Instrument,
  submissions: readonly Submission[],
  { otherVersions, neverPooledWith }: Pick<InstrumentReport, 'otherVersions' | 'neverPooledWith'>,
  rules: ReportRules,
): InstrumentReport {
  const byProgram = partedByProgram(submissions, rules.programs);
  const { id, version, name, measures, rights } = instrument;
  return {
    id,
    version,
    name,
    measures,
    credit: rights.credit,
    otherVersions,
    neverPooledWith,
    missingAnswers: byProgram.map(({ program, own }) => ({
      program,
      answers: missingAnswers(own, rules.minimumCell),
    })),
    scales: instrument.scales.map((scale) => scaleReport(scale, instrument, byProgram, rules)),
  };
}

type OfProgram = { readonly program: ReportProgram; readonly own: readonly Submission[] };

/** Each program's own submissions, in the order of the programs; programs without any are left out. */
function partedByProgram(
  submissions: readonly Submission[],
  programs: readonly ReportProgram[],
): readonly OfProgram[] {
  const parts = new Map<string, Submission[]>(programs.map(({ id }) => [id, []]));
  for (const submission of submissions) parts.get(submission.program)?.push(submission);
  return programs
    .map((program) => ({ program, own: parts.get(program.id)! }))
    .filter(({ own }) => own.length > 0);
}

function scaleReport(
  scale: Scale,
  instrument: Instrument,
  byProgram: readonly OfProgram[],
  rules: ReportRules,
): ScaleReport {
  const results = byProgram.map(({ program, own }) =>
    programResult(program, own, { scale, instrument }, rules),
  );
  const primary = rules.primary ?? primaryTimepoint(results);
  const { id, name, range, direction, items } = scale;
  const about = {
    id,
    name,
    range,
    direction,
    unit: scale.unit ?? null,
    ordinal: scale.ordinal ?? false,
  };
  const sharing = scalesSharingItems(scale, instrument).filter((other) => other !== scale);
  return {
    ...about,
    items: items.length,
    countedWith: sharing.map((other) => other.name),
    primaryTimepoint: primary,
    programs: results.map((result) => ({
      ...result,
      summary: summarise(result, about, primary),
    })),
  };
}
