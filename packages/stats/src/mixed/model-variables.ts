import { fixedVariables } from './coded-design.js';
import type { MixedModel } from './model.js';

/** The numeric and timepoint variables besides those of the fixed part. */
export function modelVariables(model: MixedModel): string[] {
  const effects = (model.random ?? []).flatMap((term) => term.effects);
  const timepoint = model.repeated ? [model.repeated.timepoint] : [];
  const all = [...fixedVariables(model), ...effects, ...timepoint];
  return [...new Set(all)].filter((name) => name !== '1');
}

/** Refuses models that say nothing. */
export function checkModel(model: MixedModel): void {
  if (model.fixed.length === 0 || model.random?.some((term) => term.effects.length === 0))
    throw new RangeError('fitMixedModel requires a fixed term, and effects in every random term');
}
