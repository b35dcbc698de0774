import { noncentralityFor } from '../distributions/index.js';
import { hedgesCorrection } from '../paired/index.js';
import type { SampleSummary } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { knownGroups, pooledVariance } from './known-groups.js';

/** Cohen's d of two groups with its exact interval, and Hedges' g. */
export type CohenD = {
  value: number;
  interval: Interval;
  /** Hedges' g = J d with m = n1 + n2 - 2. */
  corrected: number;
  correctedInterval: Interval;
  /** Hedges' exact factor. */
  correction: number;
  n: readonly [number, number];
  method: "Cohen's d, pooled SD, noncentral t interval";
};

/**
 * The difference of two independent means (first minus second) in units of their pooled standard
 * deviation. Interval by inverting the noncentral t (Steiger and Fouladi, 1997); both are multiplied
 * by Hedges' exact J for g. Assumes equal spreads. R: `effectsize::cohens_d(a, b)`, `hedges_g(a, b)`.
 */
export function cohenD(a: SampleSummary, b: SampleSummary, { level = 0.95 } = {}): Result<CohenD> {
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  const df = a.n + b.n - 2;
  const variance = pooledVariance(first, second);
  const correction = hedgesCorrection(df);
  if (variance === 0 || correction === null) return refuse('no spread in either group', a.n + b.n);
  const value = (first.mean - second.mean) / Math.sqrt(variance);
  const unit = Math.sqrt(1 / a.n + 1 / b.n);
  const tail = (1 - level) / 2;
  const low = noncentralityFor(value / unit, df, tail) * unit;
  const high = noncentralityFor(value / unit, df, 1 - tail) * unit;
  return {
    computable: true,
    value,
    interval: { low, high, level },
    corrected: correction * value,
    correctedInterval: { low: correction * low, high: correction * high, level },
    correction,
    n: [a.n, b.n],
    method: "Cohen's d, pooled SD, noncentral t interval",
  };
}
