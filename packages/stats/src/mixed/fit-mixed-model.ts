import { refuse, type Result } from '../result.js';
import { collectRows, type CollectedRows, type DataColumns } from './collect-rows.js';
import { fitCollected, type Grouping } from './fit-collected.js';
import type { MixedFit } from './mixed-fit.js';
import { checkModel, modelVariables } from './model-variables.js';
import type { FitOptions, MixedModel } from './model.js';

const grouping = (text: string) => text.split(':');

/** A fit to rows keeps the way back to each subject, which `subjectEffects` reads. */
export type RowsFit = MixedFit & { readonly rows: CollectedRows };

/**
 * Fits a linear mixed model to rows of data: random intercepts and slopes of subjects, and of the
 * clusters subjects belong to (three levels), or repeated observations with a covariance of their
 * own. Subjects with the same times and factors are summed first, so fixed timepoints cost the same
 * for any number of people; individual times cost one small matrix per person.
 *
 * Laird and Ware (1982); REML after Patterson and Thompson (1971). The optimum is polished to
 * rounding, which `lme4` at its defaults does not do. Rows with a missing value are left out; columns
 * the data cannot tell are dropped, as `lmer` does. R: `lme4::lmer(formula, data)`, or
 * `mmrm::mmrm` for repeated observations.
 */
export function fitMixedModel(
  model: MixedModel,
  data: DataColumns,
  options: FitOptions = {},
): Result<RowsFit> {
  checkModel(model);
  const groups = [...new Set((model.random ?? []).map((term) => term.group))];
  const inner = model.repeated?.subject;
  const others = groups.filter((group) => group !== inner);
  if (others.length + Number(inner !== undefined) > 2)
    throw new RangeError('fitMixedModel requires at most two grouping variables');
  if (inner !== undefined && groups.includes(inner))
    throw new RangeError(
      'fitMixedModel requires repeated or random effects of a subject, not both',
    );

  // The finer of two grouping variables tells subjects apart.
  const candidates: Grouping[] =
    inner !== undefined
      ? [{ subject: inner, cluster: others[0] ?? null }]
      : others.length < 2
        ? [{ subject: others[0] ?? '', cluster: null }]
        : [
            { subject: others[0]!, cluster: others[1]! },
            { subject: others[1]!, cluster: others[0]! },
          ];
  for (const one of candidates) {
    const rows = collectRows(data, {
      response: model.response,
      variables: modelVariables(model),
      subject: one.subject === '' ? [] : grouping(one.subject),
      cluster: one.cluster === null ? [] : grouping(one.cluster),
      factors: [...(model.factors ?? []), ...(model.repeated ? [model.repeated.timepoint] : [])],
    });
    const effects = (model.random ?? []).flatMap((term) => term.effects);
    const text = effects.find((effect) => rows.factors.has(effect));
    if (text) throw new RangeError(`fitMixedModel requires numeric random effects: ${text}`);
    if (!rows.nested) continue;
    const fit = fitCollected(model, rows, one, options);
    return fit.computable ? { ...fit, rows } : fit;
  }
  return refuse('not identifiable because the grouping variables are crossed, not nested', 0);
}
