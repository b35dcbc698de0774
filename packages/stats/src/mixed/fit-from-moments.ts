import type { PatternMoments } from '../moments/index.js';
import type { Result } from '../result.js';
import { collectPatterns, type PatternVariables } from './collect-patterns.js';
import { fitCollected } from './fit-collected.js';
import type { MixedFit } from './mixed-fit.js';
import { checkModel, modelVariables } from './model-variables.js';
import type { FitOptions, MixedModel } from './model.js';

/**
 * Fits a linear mixed model, as `fitMixedModel` does, to moments alone: `patterns` holds the sums per group and pattern of timepoints, and
 * `variables` says what each timepoint and group stands for. Needs nobody's own row, so it takes the
 * same time for a thousand people and for a hundred million, and the moments may come from many
 * files or from a database. Random effects belong to subjects unless their group is a variable of
 * the groups, which makes it a cluster.
 */
export function fitMixedModelFromMoments(
  model: MixedModel,
  patterns: readonly PatternMoments[],
  variables: PatternVariables,
  options: FitOptions = {},
): Result<MixedFit> {
  checkModel(model);
  const known = new Set(Object.values(variables.groups).flatMap((group) => Object.keys(group)));
  const groups = [...new Set((model.random ?? []).map((term) => term.group))];
  const clusters = groups.filter((group) => known.has(group));
  const subjects = groups.filter((group) => !known.has(group));
  if (clusters.length > 1 || subjects.length + Number(model.repeated !== undefined) > 1)
    throw new RangeError('fitMixedModelFromMoments requires one cluster and one subject at most');
  const all = [...variables.timepoints, ...Object.values(variables.groups)];
  const text = modelVariables(model).filter((name) =>
    all.some((one) => typeof one[name] === 'string'),
  );
  const timepoint = model.repeated ? [model.repeated.timepoint] : [];
  const factors = new Set([...text, ...(model.factors ?? []), ...timepoint]);
  const cluster = clusters[0] ?? null;
  const collected = collectPatterns(patterns, variables, { factors, cluster });
  const subject = model.repeated?.subject ?? subjects[0] ?? '';
  return fitCollected(model, collected, { subject, cluster }, options);
}
