import { compensatedSum } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';

/** A number computed from a sample, or `null` where the sample does not allow it. */
export type Statistic<T> = (sample: readonly T[]) => number | null;

/** How skewed a statistic's sampling error is, for the BCa interval. */
export type Acceleration = { acceleration: number; n: number; method: 'jackknife' };

/**
 * The acceleration constant sum(L^3) / (6 sum(L^2)^1.5), where L is each person's jackknife influence
 * (n - 1)(mean of the leave-one-out values - own leave-one-out value) (Efron, 1987). Refused when
 * leaving someone out leaves nothing to compute, or changes nothing.
 * R: `boot::empinf(data = values, statistic = ..., type = "jack")`.
 */
export function jackknifeAcceleration<T>(
  values: readonly T[],
  statistic: Statistic<T>,
): Result<Acceleration> {
  const n = values.length;
  if (n < 3) return refuse('fewer than three values', n);
  const without: number[] = [];
  for (let left = 0; left < n; left++) {
    const value = statistic(values.filter((_, i) => i !== left));
    if (value === null || !Number.isFinite(value))
      return refuse('not computable without one of the values', n);
    without.push(value);
  }
  const mean = compensatedSum(without) / n;
  const influences = without.map((value) => mean - value);
  const squares = compensatedSum(influences.map((influence) => influence ** 2));
  if (squares === 0) return refuse('no value has any influence', n);
  const cubes = compensatedSum(influences.map((influence) => influence ** 3));
  const acceleration = cubes / (6 * squares ** 1.5);
  return { computable: true, acceleration, n, method: 'jackknife' };
}
