import { around } from '../result.js';
import type { Interval } from '../result.js';
import type { Effect } from './heterogeneity.js';
import type { MetaAnalysis } from './meta-analysis.js';
import { reach } from './reach.js';

/** One program's estimate pulled towards the common mean, with the error of the pulled one. */
export type Shrunken = {
  readonly estimate: number;
  readonly se: number;
  readonly interval: Interval;
};

/**
 * Empirical-Bayes estimates of each program's true effect: lambda y + (1 - lambda) mean, with
 * lambda = tau2 / (tau2 + variance), standard error sqrt(lambda variance + (1 - lambda)^2 se^2).
 *
 * Use them to compare programs of different size; small programs move most. `analysis` must come
 * from the same effects. In R: `metafor::blup`.
 */
export function shrink(
  effects: readonly Effect[],
  { estimate: mean, se, tau2, df, interval: { level } }: MetaAnalysis,
): Shrunken[] {
  const width = reach(df, level);
  return effects.map(({ estimate, variance }) => {
    const lambda = tau2 / (tau2 + variance);
    const pulled = lambda * estimate + (1 - lambda) * mean;
    const error = Math.sqrt(lambda * variance + (1 - lambda) ** 2 * se * se);
    const interval = around(pulled, width * error, level);
    return { estimate: pulled, se: error, interval };
  });
}
