import { refuse } from '../result.js';
import type { Result } from '../result.js';
import type { Plan } from './plan.js';
import { effectFor, powerOf, requirePlan, sizeFor, twoGroups } from './t-power.js';

const method = 'two-sided t test of two equal groups';

/**
 * Power of a two-sided t test of two groups of n people each, were the true effect Cohen's d. Exact,
 * by the noncentral t; both tails count. R: `power.t.test(n, d, strict = TRUE)$power`.
 */
export function twoSamplePower(n: number, d: number, { alpha = 0.05 } = {}): Result<Plan> {
  requirePlan('twoSamplePower', alpha);
  if (n < 2) return refuse('fewer than two in a group', n);
  const power = powerOf(twoGroups, { n, effect: d }, alpha);
  return { computable: true, n, exactN: n, effect: d, alpha, power, method };
}

/**
 * How many people each of two groups needs to find Cohen's d with this power. Refused for an effect
 * of zero. R: `power.t.test(delta = d, power = power, strict = TRUE)$n`, which is `exactN`.
 */
export function twoSampleSize(d: number, { power = 0.8, alpha = 0.05 } = {}): Result<Plan> {
  requirePlan('twoSampleSize', alpha, power);
  if (d === 0) return refuse('no number of people shows an effect of zero', 0);
  const exactN = sizeFor(twoGroups, { effect: d, power }, alpha);
  return { computable: true, n: Math.ceil(exactN), exactN, effect: d, alpha, power, method };
}

/**
 * The smallest Cohen's d that a two-sided t test of two groups of n people finds with this power.
 * R: `power.t.test(n, power = power, strict = TRUE)$delta`.
 */
export function smallestDetectableD(n: number, { power = 0.8, alpha = 0.05 } = {}): Result<Plan> {
  requirePlan('smallestDetectableD', alpha, power);
  if (n < 2) return refuse('fewer than two in a group', n);
  const effect = effectFor(twoGroups, { n, power }, alpha);
  return { computable: true, n, exactN: n, effect, alpha, power, method };
}
