import { fCdf, fQuantile, fUpper, fUpperQuantile } from '../distributions/index.js';
import type { SampleSummary } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { knownGroups } from './known-groups.js';

/** The ratio of two variances and its F test. */
export type VarianceRatio = {
  f: number;
  df: readonly [number, number];
  /** Two-sided. */
  p: number;
  interval: Interval;
  n: readonly [number, number];
  method: 'F test of two variances';
};

/**
 * The first group's variance over the second's, tested against 1. Sensitive to non-normal data: a
 * description rather than a gate before `welchTest`. R: `var.test(a, b)`.
 */
export function varianceRatio(
  a: SampleSummary,
  b: SampleSummary,
  { level = 0.95 } = {},
): Result<VarianceRatio> {
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  if (second.sd === 0) return refuse('no spread in the second group', a.n + b.n);
  const f = (first.sd / second.sd) ** 2;
  const df = [a.n - 1, b.n - 1] as const;
  const p = Math.min(1, 2 * Math.min(fCdf(f, ...df), fUpper(f, ...df)));
  const tail = (1 - level) / 2;
  const interval = {
    low: f / fUpperQuantile(tail, ...df),
    high: f / fQuantile(tail, ...df),
    level,
  };
  return { computable: true, f, df, p, interval, n: [a.n, b.n], method: 'F test of two variances' };
}
