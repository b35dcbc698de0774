import { refuse, type Result } from '../result.js';
import type { Assembled } from './assembled.js';
import type { Collected } from './collected.js';
import { positiveVariance } from './correlation-map.js';
import { combineMaps } from './covariance-map.js';
import { describeFit } from './describe-fit.js';
import type { MixedFit } from './mixed-fit.js';
import type { MixedModel } from './model.js';
import { search } from './search.js';
import { whyUnseen } from './who-was-seen.js';

/** Fits a model whose data were brought to a problem; the common end of all fits. */
export function fitAssembled(
  model: MixedModel,
  assembled: Assembled,
  collected: Collected | null,
): Result<MixedFit> {
  const { problem, engine, parts } = assembled;
  const { inner, outer } = parts;
  const no = (reason: string) => refuse(`not identifiable because ${reason}`, problem.observations);
  const { repeated } = model;
  const unseen = repeated && whyUnseen(problem, inner.effects, repeated.covariance);
  if (unseen) return no(unseen);
  const residual = problem.residual ? [positiveVariance] : [];
  const map = combineMaps([...inner.maps, ...residual, ...(outer?.maps ?? [])]);
  const found = search(problem, engine, map);
  if ('reason' in found) return no(found.reason);
  return { computable: true, ...describeFit({ model, collected, assembled, map, ...found }) };
}
