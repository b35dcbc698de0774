import type { Result } from '../result.js';
import type { PatternMoments } from '../moments/index.js';
import type { CorrelationShape } from './correlation-map.js';
import { fitMixedModelFromMoments } from './fit-from-moments.js';
import type { MixedFit } from './mixed-fit.js';
import type { FitOptions } from './model.js';
import { columnTester, type ContrastOptions, type ContrastTest } from './test-contrast.js';

/** Options of a fit of repeated measures. */
export type RepeatedMeasuresOptions = FitOptions & {
  /** Shape of the covariance within a person, default `unstructured`. */
  readonly covariance?: CorrelationShape;
};

/**
 * Fits the mixed model for repeated measures (MMRM) to moments by group and pattern of timepoints: a
 * mean for every group and timepoint, one covariance within people, nobody left out for missing a
 * timepoint (valid when what is missing depends on what was seen). Mallinckrodt et al. (2001).
 * R: `mmrm::mmrm(score ~ 0 + timepoint:group + us(timepoint | id))`.
 */
export function fitRepeatedMeasures(
  patterns: readonly PatternMoments[],
  { covariance = 'unstructured', ...options }: RepeatedMeasuresOptions = {},
): Result<MixedFit> {
  const timepoints = patterns[0]?.pattern.length ?? 0;
  const groups = [...new Set(patterns.map(({ group }) => group))];
  return fitMixedModelFromMoments(
    {
      response: 'score',
      fixed: [['timepoint', 'group']],
      repeated: { subject: 'subject', timepoint: 'timepoint', covariance },
      factors: ['timepoint', 'group'],
    },
    patterns,
    {
      timepoints: Array.from({ length: timepoints }, (_, i) => ({ timepoint: i })),
      groups: Object.fromEntries(groups.map((group) => [group, { group }])),
    },
    options,
  );
}

/** One group's mean at one timepoint, and its change since the timepoint compared with. */
export type GroupChange = {
  readonly group: string;
  /** Place of the timepoint in the patterns. */
  readonly timepoint: number;
  readonly mean: Result<ContrastTest>;
  /** `null` at the timepoint compared with. */
  readonly change: Result<ContrastTest> | null;
};

/** Means and changes of all groups, and the changes of all groups together. */
export type ChangeTable = {
  readonly groups: readonly GroupChange[];
  /** Mean change over groups, each group counting the same. */
  readonly overall: readonly {
    readonly timepoint: number;
    readonly change: Result<ContrastTest>;
  }[];
};

/**
 * Every group's mean at every timepoint and its change since `from` (default the first), and the
 * mean change over groups, from a fit by `fitRepeatedMeasures`.
 */
export function changeTable(
  fit: MixedFit,
  { from = 0, ...options }: ContrastOptions & { readonly from?: number } = {},
): ChangeTable {
  const { levels, columns } = fit.inside.assembled.parts.design;
  const groups = levels.get('group');
  const timepoints = levels.get('timepoint')?.map(Number);
  if (!groups || !timepoints?.includes(from))
    throw new RangeError('changeTable requires a fit by fitRepeatedMeasures and its timepoint');
  const test = columnTester(fit, options);
  const places = new Map(columns.map(({ name }, column) => [name, column]));
  const cell = (group: string, timepoint: number) =>
    places.get(`timepoint${timepoint}:group${group}`)!;
  const changes = (timepoint: number, some: readonly string[]) =>
    test(
      new Map(
        some.flatMap((group) => [
          [cell(group, timepoint), 1 / some.length],
          [cell(group, from), -1 / some.length],
        ]),
      ),
    );
  return {
    groups: groups.flatMap((group) =>
      timepoints.map((timepoint) => ({
        group,
        timepoint,
        mean: test(new Map([[cell(group, timepoint), 1]])),
        change: timepoint === from ? null : changes(timepoint, [group]),
      })),
    ),
    overall: timepoints
      .filter((timepoint) => timepoint !== from)
      .map((timepoint) => ({ timepoint, change: changes(timepoint, groups) })),
  };
}
