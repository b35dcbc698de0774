import type { SampleSummary } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Refusal } from '../result.js';

/** One of two groups with everything known about it. */
export type KnownGroup = { readonly n: number; readonly mean: number; readonly sd: number };

/** Both groups, or why they cannot be compared: each needs two values. */
export function knownGroups(
  a: SampleSummary,
  b: SampleSummary,
): readonly [KnownGroup, KnownGroup] | Refusal {
  const first = known(a);
  const second = known(b);
  if (first && second) return [first, second];
  return refuse('fewer than two values in a group', Math.min(a.n, b.n));
}

function known({ n, mean, sd }: SampleSummary): KnownGroup | null {
  return mean === null || sd === null || n < 2 ? null : { n, mean, sd };
}

/** The pooled variance of two groups, with n1 + n2 - 2 degrees of freedom. */
export function pooledVariance(a: KnownGroup, b: KnownGroup): number {
  return ((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / (a.n + b.n - 2);
}
