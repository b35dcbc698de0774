import type { PatternMoments } from '../moments/index.js';
import type { Collected } from './collected.js';
import type { Variables } from './model.js';
import { addCross, meansOf } from './read-moments.js';
import { sortLevels } from './sort-levels.js';

/** What the timepoints and the groups of summed data stand for. */
export type PatternVariables = {
  /** The variables of each timepoint, in the order of the patterns. */
  readonly timepoints: readonly Variables[];
  /** The variables of each group, by its name in the moments. */
  readonly groups: Readonly<Record<string, Variables>>;
};

/** Which part of the model looks at which variable, so that its kind is known. */
type Wanted = { readonly factors: ReadonlySet<string>; readonly cluster: string | null };

/** Turns moments by group and pattern into what a fit reads; nobody's own row is needed. */
export function collectPatterns(
  patterns: readonly PatternMoments[],
  { timepoints, groups }: PatternVariables,
  { factors, cluster }: Wanted,
): Collected {
  const seen = patterns.filter(({ moments }) => moments.n > 0 && moments.width > 0);
  for (const { group, pattern } of seen)
    if (pattern.length !== timepoints.length || !(group in groups))
      throw new RangeError('a fit from moments requires variables for all timepoints and groups');
  const names = [...new Set(seen.map(({ group }) => group))];
  const clusterOf = (group: string) => String(groups[group]![cluster!]);
  const clusters = cluster === null ? [] : sortLevels(new Set(names.map(clusterOf)));
  const clusterPlaces = new Map(clusters.map((name, place) => [name, place]));
  const places = new Map(names.map((name, place) => [name, place]));
  const sequences = [...new Set(seen.map(({ pattern }) => pattern))];
  const rows = sequences.map((pattern) =>
    [...pattern].flatMap((one, place) => (one === '1' ? [place] : [])),
  );
  return {
    rows: timepoints,
    subjects: names.map((name) => ({
      variables: groups[name]!,
      cluster: cluster === null ? 0 : clusterPlaces.get(clusterOf(name))!,
    })),
    summaries: seen.map(({ group, pattern, moments }) => {
      const sequence = sequences.indexOf(pattern);
      const cross = moments.n > 1 ? new Float64Array(moments.width ** 2) : null;
      if (cross) addCross(moments, cross);
      return {
        rows: rows[sequence]!,
        sequence,
        subject: places.get(group)!,
        count: moments.n,
        mean: meansOf(moments),
        cross,
      };
    }),
    factors,
    clusters,
  };
}
