import { refuse, type Result } from '../result.js';
import type { PatternMoments } from '../moments/index.js';
import type { CoefficientPlace } from './coefficient-places.js';
import type { Column } from './columns.js';
import type { CorrelationShape } from './correlation-map.js';
import { fitAssembled } from './fit-assembled.js';
import type { MixedFit } from './mixed-fit.js';
import type { FitOptions } from './model.js';
import type { Pattern } from './problem.js';
import { repeatedLevel } from './random-level.js';
import { addCross, meansOf } from './read-moments.js';
import { sortLevels } from './sort-levels.js';
import { standardise } from './standardise.js';
import { columnTester, type ContrastOptions, type ContrastTest } from './test-contrast.js';

/** Options of a fit of repeated measures. */
export type RepeatedMeasuresOptions = FitOptions & {
  /** Shape of the covariance within a person, default `unstructured`. */
  readonly covariance?: CorrelationShape;
};

/** People with one pattern of timepoints: what their scores select of all timepoints. */
function selectionOf(pattern: string): Pattern {
  const seen = [...pattern].flatMap((one, t) => (one === '1' ? [t] : []));
  const size = seen.length;
  const selection = new Float64Array(size * pattern.length);
  seen.forEach((t, i) => (selection[i * pattern.length + t] = 1));
  const cross = new Float64Array(size * size);
  return { size, inner: selection, wide: selection, basis: null, cross, cells: [] };
}

/**
 * The moments as a problem whose coefficients are the means of each group at each timepoint: every
 * group is a unit, with a frame and a set of coefficients for itself.
 */
function problemOf(seen: readonly PatternMoments[], timepoints: number, restricted: boolean) {
  const groups = sortLevels(new Set(seen.map(({ group }) => group)));
  const unitOf = new Map(groups.map((group, unit) => [group, unit]));
  const patterns = new Map<string, Pattern>();
  const reached = groups.map(() => new Set<number>());
  let observations = 0;
  let subjects = 0;
  for (const { group, pattern, moments } of seen) {
    const own = patterns.get(pattern) ?? selectionOf(pattern);
    patterns.set(pattern, own);
    const unit = unitOf.get(group)!;
    own.cells.push({ unit, count: moments.n, mean: meansOf(moments) });
    addCross(moments, own.cross!);
    for (let t = 0; t < timepoints; t += 1) if (pattern[t] === '1') reached[unit]!.add(t);
    observations += moments.n * moments.width;
    subjects += moments.n;
  }

  const columns: Column[] = [];
  const places: (CoefficientPlace | null)[] = [];
  const aliased = new Map<number, ReadonlyMap<number, number>>();
  const units = groups.map((group, unit) => {
    const local: number[] = [];
    for (let t = 0; t < timepoints; t += 1) {
      const known = reached[unit]!.has(t);
      if (!known) aliased.set(columns.length, new Map());
      places.push(known ? { component: unit, place: local.push(t) - 1 } : null);
      columns.push({
        name: `timepoint${t}:group${group}`,
        numerics: [],
        levels: [
          ['timepoint', String(t)],
          ['group', group],
        ],
      });
    }
    return { frame: unit, local, at: local.map((_, i) => i) };
  });
  const components = units.map(({ local }) => local.length);
  return {
    groups,
    columns,
    arranged: { sizes: components, places, aliased },
    problem: {
      residual: false,
      outer: { width: 0, pairs: [] },
      patterns: [...patterns.values()],
      units,
      frames: groups.length,
      components,
      observations,
      subjects,
      coefficients: columns.length - aliased.size,
      restricted,
    },
  };
}

/**
 * Fits the mixed model for repeated measures (MMRM) to moments by group and pattern of timepoints: a
 * mean for every group and timepoint, one covariance within people, nobody left out for missing a
 * timepoint (valid when what is missing depends on what was seen). Mallinckrodt et al. (2001).
 * R: `mmrm::mmrm(score ~ 0 + timepoint:group + us(timepoint | id))`.
 */
export function fitRepeatedMeasures(
  patterns: readonly PatternMoments[],
  { covariance = 'unstructured', method = 'REML' }: RepeatedMeasuresOptions = {},
): Result<MixedFit> {
  const timepoints = patterns[0]?.pattern.length ?? 0;
  if (patterns.some(({ pattern }) => pattern.length !== timepoints))
    throw new RangeError('fitRepeatedMeasures requires patterns of the same timepoints');
  const seen = patterns.filter(({ moments }) => moments.n > 0 && moments.width > 0);
  if (seen.length === 0) return refuse('no complete observation', 0);
  const {
    problem: found,
    groups,
    columns,
    arranged,
  } = problemOf(seen, timepoints, method === 'REML');
  const labels = Array.from({ length: timepoints }, (_, t) => String(t));
  const repeated = { subject: 'subject', timepoint: 'timepoint', covariance };
  const inner = repeatedLevel(repeated, labels);
  const problem = { ...found, inner: inner.level };
  const standard = standardise(problem);
  if ('reason' in standard)
    return refuse(`not identifiable because ${standard.reason}`, problem.observations);
  const levels = new Map([
    ['timepoint', labels],
    ['group', groups],
  ]);
  const fixed = [['timepoint', 'group']];
  const model = { response: 'score', fixed, repeated, factors: ['timepoint', 'group'] };
  const parts = { design: { columns, levels }, inner, outer: null };
  return fitAssembled(model, { ...standard, problem, arranged, parts, places: [] }, null);
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
  const { levels } = fit.inside.assembled.parts.design;
  const groups = levels.get('group');
  const timepoints = levels.get('timepoint')?.map(Number);
  if (fit.inside.collected || !groups || !timepoints?.includes(from))
    throw new RangeError('changeTable requires a fit by fitRepeatedMeasures and its timepoint');
  const test = columnTester(fit, options);
  // Columns stand group by group.
  const cell = (group: number, timepoint: number) => group * timepoints.length + timepoint;
  const changeOf = (timepoint: number, group: number, weight = 1): [number, number][] => [
    [cell(group, timepoint), weight],
    [cell(group, from), -weight],
  ];
  return {
    groups: groups.flatMap((group, g) =>
      timepoints.map((timepoint) => ({
        group,
        timepoint,
        mean: test([[cell(g, timepoint), 1]]),
        change: timepoint === from ? null : test(changeOf(timepoint, g)),
      })),
    ),
    overall: timepoints
      .filter((timepoint) => timepoint !== from)
      .map((timepoint) => ({
        timepoint,
        change: test(groups.flatMap((_, g) => changeOf(timepoint, g, 1 / groups.length))),
      })),
  };
}
