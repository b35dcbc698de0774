import type { SampleSummary } from '../paired/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { knownGroups } from './known-groups.js';

/** Glass's delta of two groups. */
export type GlassDelta = {
  value: number;
  n: readonly [number, number];
  method: "Glass's delta, SD of the second group";
};

/**
 * The difference of two independent means (first minus second) in units of the second group's
 * standard deviation, the group nothing was done to (Glass, 1976). For groups whose spreads differ.
 * R: `effectsize::glass_delta(a, b)`.
 */
export function glassDelta(a: SampleSummary, b: SampleSummary): Result<GlassDelta> {
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  if (second.sd === 0) return refuse('no spread in the second group', a.n + b.n);
  const value = (first.mean - second.mean) / second.sd;
  const method = "Glass's delta, SD of the second group";
  return { computable: true, value, n: [a.n, b.n], method };
}
