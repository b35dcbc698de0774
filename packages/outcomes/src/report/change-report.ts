import { whyNotPool, type Instrument, type Submission, type Timepoint } from '@waymark/model';
import { defaultThreshold } from '@waymark/stats';
import { isOfAnotherMetric } from '../dataset/of-another-metric.js';
import { oncePerTimepoint } from '../dataset/once-per-timepoint.js';
import { countAlone } from './count.js';
import { instrumentReport } from './instrument-report.js';
import { limits } from './limits.js';
import { methodNotes } from './methods.js';
import type { Report, ReportProgram } from './report.js';

/** What a report needs besides the submissions. */
export type ReportOptions = {
  /** Definitions; submissions to other instruments or versions are left out, and named. */
  readonly instruments: readonly Instrument[];
  /** Programs in the order to show them; a program that is not here goes by its id, at the end. */
  readonly programs: readonly ReportProgram[];
  /** When the report is made. */
  readonly generatedAt: Date;
  /** Whether the data is made up; it is then said everywhere. Default false. */
  readonly simulated?: boolean;
  /** The smallest group that is shown. Default 11. */
  readonly minimumCell?: number;
  /** Confidence level of all intervals. Default 0.95. */
  readonly level?: number;
  /** The timepoint to compare with the start, named before looking. Default: see `primaryTimepoint`. */
  readonly primaryTimepoint?: Timepoint;
};

/**
 * How people's scores changed, by instrument version, scale and program, as data that is safe to
 * publish: groups under `minimumCell` people are withheld and cannot be worked out. Use
 * `renderReport` for the page and `summaryTable` for a terminal.
 */
export function changeReport(
  submissions: readonly Submission[],
  {
    instruments,
    programs,
    generatedAt,
    simulated = false,
    minimumCell = defaultThreshold,
    level = 0.95,
    primaryTimepoint,
  }: ReportOptions,
): Report {
  if (!(minimumCell >= 1))
    throw new RangeError('changeReport requires a minimumCell of at least 1');
  if (!(level > 0 && level < 1)) throw new RangeError('changeReport requires 0 < level < 1');
  const definitions = new Map(instruments.map((one) => [key(one.id, one.version), one]));
  if (definitions.size < instruments.length)
    throw new RangeError('changeReport requires one definition for each instrument version');
  const { kept: once, setAside } = oncePerTimepoint(submissions);
  const kept = once.filter((submission) => {
    const definition = definitions.get(key(submission.instrument, submission.version));
    return !definition || !isOfAnotherMetric(submission, definition);
  });
  const named = withUnnamed(programs, kept);
  const versions = versionsIn(kept);
  const rules = { programs: named, minimumCell, level, primary: primaryTimepoint };
  const known = instruments.filter((instrument) =>
    versions.has(key(instrument.id, instrument.version)),
  );
  return {
    generatedAt: generatedAt.toISOString(),
    simulated,
    period: periodOf(kept),
    minimumCell,
    level,
    programs: named,
    instruments: known.map((instrument) => {
      const { id, version } = instrument;
      const others = [...versions.values()].filter(
        (v) => v.instrument === id && v.version !== version,
      );
      const own = kept.filter((s) => s.instrument === id && s.version === version);
      const apart = {
        otherVersions: others.map((v) => v.version),
        neverPooledWith: known.flatMap((other) => warning(instrument, other)),
      };
      return instrumentReport(instrument, own, apart, rules);
    }),
    setAside: countAlone(setAside, minimumCell),
    otherMetric: countAlone(once.length - kept.length, minimumCell),
    leftOut: [...versions.values()].filter(
      (v) => !known.some(({ id, version }) => id === v.instrument && version === v.version),
    ),
    methods: methodNotes(minimumCell, level),
    limits,
  };
}

// Two instruments are reported apart in any case; here those are named that look like one.
function warning(one: Instrument, other: Instrument): { name: string; why: string }[] {
  const warned = [
    [one, other.id],
    [other, one.id],
  ] as const;
  const why = whyNotPool(one, other);
  return why !== null && warned.some(([{ neverPoolWith }, id]) => isNamed(id, neverPoolWith))
    ? [{ name: other.name, why }]
    : [];
}

function isNamed(id: string, list: Instrument['neverPoolWith'] = []): boolean {
  return list.some(({ instrument }) => instrument === id);
}

function key(instrument: string, version: string): string {
  return `${instrument} ${version}`;
}

function versionsIn(submissions: readonly Submission[]) {
  return new Map(
    submissions.map(({ instrument, version }) => [
      key(instrument, version),
      { instrument, version },
    ]),
  );
}

function periodOf(submissions: readonly Submission[]): Report['period'] {
  const months = submissions.map(({ completedAt }) => completedAt.slice(0, 7)).sort();
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function withUnnamed(
  programs: readonly ReportProgram[],
  submissions: readonly Submission[],
): readonly ReportProgram[] {
  const ids = new Set(submissions.map(({ program }) => program));
  for (const { id } of programs) ids.delete(id);
  return [
    ...programs.map(({ id, name }) => ({ id, name })),
    ...[...ids].sort().map((id) => ({ id, name: id })),
  ];
}
