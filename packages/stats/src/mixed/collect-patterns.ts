import { centredProduct, meanOf, type PatternMoments } from '../moments/index.js';
import { sortLevels } from './columns.js';
import type { Collected, Summary } from './collected.js';
import type { Variables } from './model.js';

/** What the timepoints and the groups of summed data stand for. */
export type PatternVariables = {
  /** The variables of each timepoint, in the order of the patterns. */
  readonly timepoints: readonly Variables[];
  /** The variables of each group, by its name in the moments. */
  readonly groups: Readonly<Record<string, Variables>>;
};

/** Which part of the model looks at which variable, so that its kind is known. */
type Wanted = { readonly factors: ReadonlySet<string>; readonly cluster: string | null };

function summaryOf({ moments, pattern }: PatternMoments, subject: number): Summary {
  const { n, width } = moments;
  const rows = [...pattern].flatMap((seen, place) => (seen === '1' ? [place] : []));
  const mean = Float64Array.from(rows, (_, column) => meanOf(moments, column)!);
  if (n === 1) return { rows, subject, count: n, mean, cross: null };
  const cross = new Float64Array(width * width);
  for (let a = 0; a < width; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const product = centredProduct(moments, a, b);
      cross[a * width + b] = product;
      cross[b * width + a] = product;
    }
  return { rows, subject, count: n, mean, cross };
}

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
  const clusters = cluster
    ? sortLevels(new Set(names.map((name) => String(groups[name]![cluster]))))
    : [];
  const clusterPlaces = new Map(clusters.map((name, place) => [name, place]));
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    rows: timepoints,
    subjects: names.map((name) => ({
      variables: groups[name]!,
      cluster: cluster ? clusterPlaces.get(String(groups[name]![cluster]))! : 0,
    })),
    summaries: seen.map((one) => summaryOf(one, places.get(one.group)!)),
    factors,
    clusters,
  };
}
