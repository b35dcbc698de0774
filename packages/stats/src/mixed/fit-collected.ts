import { refuse, type Result } from '../result.js';
import { assemble } from './assemble.js';
import { codeDesign, levelsIn } from './coded-design.js';
import { sizeOf, type Collected } from './collected.js';
import { fitAssembled } from './fit-assembled.js';
import type { MixedFit } from './mixed-fit.js';
import type { FitOptions, MixedModel } from './model.js';
import { repeatedLevel, type RandomLevel } from './random-level.js';
import { randomLevel } from './random-levels.js';
import { sortLevels } from './sort-levels.js';

/** Which grouping variable tells subjects apart and which, if any, clusters of subjects. */
export type Grouping = { readonly subject: string; readonly cluster: string | null };

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
  const { observations, subjects } = sizeOf(collected);
  const no = (reason: string) => refuse(`not identifiable because ${reason}`, observations);
  if (observations === 0) return refuse('no complete observation', 0);
  const { repeated, random = [] } = model;
  if (repeated && hasTwiceSeen(collected, repeated.timepoint))
    return refuse('a subject has two observations at one timepoint', observations);
  const levelOf = (group: string) =>
    randomLevel(
      group,
      random.filter((term) => term.group === group),
      collected,
    );
  const times = (name: string) =>
    sortLevels(new Set(collected.rows.map((row) => String(row[name]))));
  const inner = repeated ? repeatedLevel(repeated, times(repeated.timepoint)) : levelOf(subject);
  const outer = cluster === null ? null : levelOf(cluster);
  if (!inner || (cluster !== null && !outer)) return no('random effects cannot be told apart');

  const variables = [...collected.rows, ...collected.subjects.map(({ variables: own }) => own)];
  const levels = levelsIn(model, variables, collected.factors);
  const between = [...levels.keys()].filter((name) =>
    collected.rows.every((row) => !(name in row)),
  );
  const design = codeDesign(model, levels, new Set(between));
  const assembled = assemble(collected, { design, inner, outer, restricted: method === 'REML' });
  if ('computable' in assembled) return assembled;
  const tooMany = ({ group, effects, blocks }: RandomLevel, groups: number) => {
    if (effects.length === 0) return null;
    if (groups < 2) return `${group} has fewer than two levels`;
    const most = Math.max(...blocks.map((block) => block.length));
    return groups * most >= observations
      ? `there are as many random effects of ${group} as observations`
      : null;
  };
  const reason =
    (repeated ? null : tooMany(inner, subjects)) ??
    (outer && tooMany(outer, collected.clusters.length));
  return reason ? no(reason) : fitAssembled(model, assembled, collected);
}
