import { fCdf, fUpper } from '../distributions/index.js';
import type { SampleSummary } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { knownGroups } from './known-groups.js';

/** The ratio of two variances and its F test. */
export type VarianceRatio = {
  f: number;
  df: readonly [number, number];
  /** Two-sided. */
  p: number;
  n: readonly [number, number];
  method: 'F test of two variances';
};

/**
 * The first group's variance over the second's, tested against 1. Sensitive to non-normal data: a
 * description rather than a gate before `welchTest`. R: `var.test(a, b)`.
 */
export function varianceRatio(a: SampleSummary, b: SampleSummary): Result<VarianceRatio> {
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  if (second.sd === 0) return refuse('no spread in the second group', a.n + b.n);
  const f = (first.sd / second.sd) ** 2;
  const df = [a.n - 1, b.n - 1] as const;
  const p = Math.min(1, 2 * Math.min(fCdf(f, ...df), fUpper(f, ...df)));
  return { computable: true, f, df, p, n: [a.n, b.n], method: 'F test of two variances' };
}
