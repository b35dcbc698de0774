import { refuse, type Result } from '../result.js';

/**
 * Reliable change from the standard errors the scores bring themselves, as item-response scores
 * such as PROMIS T-scores do: (after - before) / sqrt(error before^2 + error after^2).
 * No reliability and no reference group is needed; compare with 1.96 as for Jacobson-Truax.
 */
export function indexFromOwnErrors({
  before,
  after,
  errorBefore,
  errorAfter,
}: {
  readonly before: number;
  readonly after: number;
  readonly errorBefore: number;
  readonly errorAfter: number;
}): Result<{ readonly index: number; readonly standardErrorOfDifference: number }> {
  if (!(errorBefore >= 0 && errorAfter >= 0))
    throw new RangeError('indexFromOwnErrors requires standard errors of zero or more');
  const error = Math.hypot(errorBefore, errorAfter);
  if (error === 0) return refuse('the standard error of the difference is zero', 1);
  return { computable: true, index: (after - before) / error, standardErrorOfDifference: error };
}

/**
 * Reliable change from a mixed model: one person's predicted change (BLUP of the slope, fixed part
 * included, times the time passed) over its conditional standard deviation.
 *
 * Speer and Greenbaum 1995. It uses all of a person's timepoints and shrinks what little data
 * says; the model's fit brings `slope` and `conditionalSd`. In R: `lme4::ranef(condVar = TRUE)`.
 */
export function indexFromMixedModel({
  slope,
  conditionalSd,
}: {
  readonly slope: number;
  readonly conditionalSd: number;
}): Result<{ readonly index: number }> {
  if (!(conditionalSd >= 0))
    throw new RangeError('indexFromMixedModel requires a conditional SD of zero or more');
  if (conditionalSd === 0) return refuse('the model sees no difference between people', 1);
  return { computable: true, index: slope / conditionalSd };
}
