import { normalCdf, normalQuantile } from '../distributions/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { replicateQuantile } from './replicate-quantile.js';

/** An interval read from bootstrap replicates. */
export type BootstrapLimits = {
  interval: Interval;
  /** Bias: the normal quantile of the share of replicates below the value; `null` if 0 or 1. */
  z0: number | null;
  /** How many replicates. */
  n: number;
  method: 'BCa' | 'percentile';
};

/**
 * The bias-corrected and accelerated interval (Efron, 1987) from replicates at hand: percentiles
 * moved by z0, the share of replicates below the value, and by the acceleration. Refused when all
 * replicates lie on one side of the value, or when the correction runs away.
 * R: `boot::boot.ci(type = "bca")`.
 */
export function bcaLimits(
  replicates: readonly number[],
  { value, acceleration }: { readonly value: number; readonly acceleration: number },
  { level = 0.95 } = {},
): Result<BootstrapLimits> {
  const n = replicates.length;
  const below = replicates.filter((replicate) => replicate < value).length;
  if (below === 0 || below === n) return refuse('all replicates on one side of the value', n);
  const z0 = normalQuantile(below / n);
  const sorted = [...replicates].sort((a, b) => a - b);
  const end = (p: number) => {
    const shifted = z0 + normalQuantile(p);
    const stretch = 1 - acceleration * shifted;
    return stretch > 0 ? replicateQuantile(sorted, normalCdf(z0 + shifted / stretch)) : null;
  };
  const low = end((1 - level) / 2);
  const high = end((1 + level) / 2);
  if (low === null || high === null) return refuse('too skewed for this level', n);
  return { computable: true, interval: { low, high, level }, z0, n, method: 'BCa' };
}

/**
 * The percentile interval from replicates at hand: simple, but it keeps the bias and the skewness of
 * the statistic; prefer `bcaLimits`. R: `boot::boot.ci(type = "perc")`.
 */
export function percentileLimits(
  replicates: readonly number[],
  value: number,
  { level = 0.95 } = {},
): Result<BootstrapLimits> {
  const n = replicates.length;
  if (n === 0) return refuse('no replicates', n);
  const sorted = [...replicates].sort((a, b) => a - b);
  const below = replicates.filter((replicate) => replicate < value).length;
  const low = replicateQuantile(sorted, (1 - level) / 2);
  const high = replicateQuantile(sorted, (1 + level) / 2);
  const z0 = below === 0 || below === n ? null : normalQuantile(below / n);
  return { computable: true, interval: { low, high, level }, z0, n, method: 'percentile' };
}
