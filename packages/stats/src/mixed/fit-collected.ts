import { refuse, type Result } from '../result.js';
import { assemble } from './assemble.js';
import { codeDesign, levelsIn } from './coded-design.js';
import { sortLevels } from './columns.js';
import { sizeOf, type Collected } from './collected.js';
import { combineMaps, positiveVariance } from './covariance-map.js';
import { correlationMap } from './correlation-map.js';
import { describeFit } from './describe-fit.js';
import { search } from './fit-problem.js';
import type { Parts } from './draft-patterns.js';
import type { MixedFit } from './mixed-fit.js';
import type { FitOptions, MixedModel } from './model.js';
import type { Problem } from './problem.js';
import { randomLevel, type RandomLevel } from './random-levels.js';
import { startOfCovariance, whyUnseen } from './start-values.js';

/** Which grouping variable tells subjects apart and which, if any, clusters of subjects. */
export type Grouping = { readonly subject: string; readonly cluster: string | null };

function whyUnidentified(
  parts: Parts,
  problem: Problem,
  { summaries, clusters }: Collected,
): string | null {
  const { observations } = problem;
  const tooMany = (level: RandomLevel, groups: number) => {
    if (groups < 2) return `${level.group} has fewer than two levels`;
    const most = Math.max(...level.blocks.map((block) => block.length));
    return groups * most >= observations
      ? `there are as many random effects of ${level.group} as observations`
      : null;
  };
  if ('timepoint' in parts.inner) {
    const unseen = whyUnseen(problem, parts.inner.levels, parts.inner.covariance);
    if (unseen) return unseen;
  } else if (parts.inner.effects.length > 0) {
    const subjects = summaries.reduce((sum, { count }) => sum + count, 0);
    const reason = tooMany(parts.inner, subjects);
    if (reason) return reason;
  }
  return parts.outer && tooMany(parts.outer, clusters.length);
}

function hasTwiceSeen({ summaries, rows }: Collected, timepoint: string): boolean {
  return summaries.some(({ rows: own }) => {
    const times = own.map((row) => String(rows[row]![timepoint]));
    return new Set(times).size < times.length;
  });
}

/** Fits a model to data brought to sums; the common end of every way to fit. */
export function fitCollected(
  model: MixedModel,
  collected: Collected,
  { subject, cluster }: Grouping,
  { method = 'REML' }: FitOptions = {},
): Result<MixedFit> {
  const { observations } = sizeOf(collected);
  if (observations === 0) return refuse('no complete observation', 0);
  const variables = [...collected.rows, ...collected.subjects.map(({ variables: own }) => own)];
  const levels = levelsIn(model, variables, collected.factors);
  const between = new Set(
    [...levels.keys()].filter((name) => collected.rows.every((row) => !(name in row))),
  );
  const termsOf = (group: string) => (model.random ?? []).filter((term) => term.group === group);
  const { repeated } = model;
  if (repeated && hasTwiceSeen(collected, repeated.timepoint))
    return refuse('a subject has two observations at one timepoint', observations);
  const parts: Parts = {
    design: codeDesign(model, levels, between),
    inner: repeated
      ? {
          timepoint: repeated.timepoint,
          covariance: repeated.covariance,
          levels: sortLevels(new Set(collected.rows.map((row) => String(row[repeated.timepoint])))),
        }
      : randomLevel(subject, termsOf(subject)),
    outer: cluster === null ? null : randomLevel(cluster, termsOf(cluster)),
    restricted: method === 'REML',
  };
  const assembled = assemble(collected, parts);
  if ('computable' in assembled) return assembled;
  const { problem } = assembled;
  const reason = whyUnidentified(parts, problem, collected);
  if (reason) return refuse(`not identifiable because ${reason}`, observations);

  const { inner, outer } = parts;
  const effects = [...('maps' in inner ? inner.maps : []), positiveVariance];
  const innerMaps =
    'timepoint' in inner ? [correlationMap(repeated!.covariance, inner.levels.length)] : effects;
  const map = combineMaps([...innerMaps, ...(outer?.maps ?? [])]);
  const start = new Float64Array(map.size);
  for (const place of map.bounds) start[place] = 0.6;
  if ('timepoint' in inner) start.set(startOfCovariance(problem, repeated!.covariance));
  else start[problem.inner.pairs.length] = Math.log(0.7);
  const found = search(problem, map, start);
  if ('reason' in found) return refuse(found.reason, observations);
  return {
    computable: true,
    ...describeFit(model, collected, parts, { assembled, map, ...found }),
  };
}
