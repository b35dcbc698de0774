import { refuse } from '../result.js';
import type { Result } from '../result.js';
import type { Plan } from './plan.js';
import { effectFor, paired, powerOf, requirePlan, sizeFor } from './t-power.js';

const method = 'two-sided paired t test';

/**
 * Power of a two-sided paired t test of n pairs, were the true effect d_z. Exact, by the noncentral
 * t; both tails count. For planning: power at the effect that was observed says nothing new.
 * R: `power.t.test(n, dz, type = "paired", strict = TRUE)$power`.
 */
export function pairedPower(n: number, dz: number, { alpha = 0.05 } = {}): Result<Plan> {
  requirePlan('pairedPower', alpha);
  if (n < 2) return refuse('fewer than two pairs', n);
  const power = powerOf(paired, { n, effect: dz }, alpha);
  return { computable: true, n, exactN: n, effect: dz, alpha, power, method };
}

/**
 * How many complete pairs a two-sided paired t test needs to find d_z with this power; add those who
 * will be lost. Refused for an effect of zero. R: `power.t.test(delta = dz, power = power, type =
 * "paired", strict = TRUE)$n`, which is `exactN`.
 */
export function pairedSampleSize(dz: number, { power = 0.8, alpha = 0.05 } = {}): Result<Plan> {
  requirePlan('pairedSampleSize', alpha, power);
  if (dz === 0) return refuse('no number of pairs shows an effect of zero', 0);
  const exactN = sizeFor(paired, { effect: dz, power }, alpha);
  return { computable: true, n: Math.ceil(exactN), exactN, effect: dz, alpha, power, method };
}

/**
 * The smallest d_z that a two-sided paired t test of n pairs finds with this power: what a finished
 * sample could have shown. R: `power.t.test(n, power = power, type = "paired", strict = TRUE)$delta`.
 */
export function smallestDetectableDz(n: number, { power = 0.8, alpha = 0.05 } = {}): Result<Plan> {
  requirePlan('smallestDetectableDz', alpha, power);
  if (n < 2) return refuse('fewer than two pairs', n);
  const effect = effectFor(paired, { n, power }, alpha);
  return { computable: true, n, exactN: n, effect, alpha, power, method };
}
