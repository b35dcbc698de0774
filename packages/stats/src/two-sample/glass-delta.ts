import { normalUpperQuantile } from '../distributions/index.js';
import type { SampleSummary } from '../paired/index.js';
import { around, refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { knownGroups } from './known-groups.js';

/** Glass's delta of two groups. */
export type GlassDelta = {
  value: number;
  /** Large-sample standard error, spreads taken as unequal. */
  se: number;
  interval: Interval;
  n: readonly [number, number];
  method: "Glass's delta, SD of the second group";
};

/**
 * The difference of two independent means (first minus second) in units of the second group's
 * standard deviation, the group nothing was done to (Glass, 1976). For groups whose spreads differ.
 * Normal interval; variance (s1 / s2)^2 / (n1 - 1) + (1 + d^2 / 2) / (n2 - 1) (Bonett, 2008,
 * equation 12). R: `metafor::escalc("SMD1H", correct = FALSE)`.
 */
export function glassDelta(
  a: SampleSummary,
  b: SampleSummary,
  { level = 0.95 } = {},
): Result<GlassDelta> {
  const groups = knownGroups(a, b);
  if ('computable' in groups) return groups;
  const [first, second] = groups;
  if (second.sd === 0) return refuse('no spread in the second group', a.n + b.n);
  const value = (first.mean - second.mean) / second.sd;
  const own = (first.sd / second.sd) ** 2 / (a.n - 1);
  const se = Math.sqrt(own + (1 + (value * value) / 2) / (b.n - 1));
  const half = normalUpperQuantile((1 - level) / 2) * se;
  return {
    computable: true,
    value,
    se,
    interval: around(value, half, level),
    n: [a.n, b.n],
    method: "Glass's delta, SD of the second group",
  };
}
