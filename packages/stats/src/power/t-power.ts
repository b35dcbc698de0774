import { noncentralTails, tUpperQuantile } from '../distributions/index.js';
import { findRoot } from './find-root.js';

/** A t test by how its degrees of freedom and noncentrality follow from size and effect. */
export type Design = {
  readonly df: (n: number) => number;
  /** The noncentrality of a standardised effect of 1. */
  readonly weight: (n: number) => number;
};

/** Pairs: n counts complete pairs, the effect is d_z. */
export const paired: Design = { df: (n) => n - 1, weight: (n) => Math.sqrt(n) };

/** Two groups of n people each; the effect is Cohen's d. */
export const twoGroups: Design = { df: (n) => 2 * (n - 1), weight: (n) => Math.sqrt(n / 2) };

/** Chance that the two-sided test is significant, in either direction. */
export function powerOf(
  { df, weight }: Design,
  { n, effect }: { readonly n: number; readonly effect: number },
  alpha: number,
): number {
  const critical = tUpperQuantile(alpha / 2, df(n));
  const ncp = Math.abs(effect) * weight(n);
  const right = noncentralTails(critical, df(n), ncp).upper;
  return right + noncentralTails(-critical, df(n), ncp).lower;
}

/** The size, not rounded, at which the test has this power; at least 2. */
export function sizeFor(
  design: Design,
  { effect, power }: { readonly effect: number; readonly power: number },
  alpha: number,
): number {
  const missing = (n: number) => powerOf(design, { n, effect }, alpha) - power;
  if (missing(2) >= 0) return 2;
  let high = 4;
  while (missing(high) < 0) high *= 2;
  return findRoot(missing, high / 2, high);
}

/** The effect that a test of this size finds with this power. */
export function effectFor(
  design: Design,
  { n, power }: { readonly n: number; readonly power: number },
  alpha: number,
): number {
  const missing = (effect: number) => powerOf(design, { n, effect }, alpha) - power;
  let high = 1;
  while (missing(high) < 0) high *= 2;
  return findRoot(missing, 0, high);
}

/** Throws unless both are probabilities and the power is more than chance alone gives. */
export function requirePlan(where: string, alpha: number, power?: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`${where} requires 0 < alpha < 1`);
  if (power === undefined) return;
  if (!(power > alpha && power < 1)) throw new RangeError(`${where} requires alpha < power < 1`);
}
