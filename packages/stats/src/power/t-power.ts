import {
  noncentralTails,
  normalDensity,
  normalQuantile,
  tUpperQuantile,
} from '../distributions/index.js';
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

/** Beyond this noncentrality the far tail holds less than 1e-18. */
const farTailGone = 9;

/** Chance that the two-sided test is significant, in either direction, and its growth with ncp. */
function significance(critical: number, df: number, ncp: number): { power: number; slope: number } {
  const near = noncentralTails(critical, df, ncp);
  const rise = near.upper * near.upperGrowth;
  if (ncp > farTailGone) return { power: near.upper, slope: rise };
  const far = noncentralTails(-critical, df, ncp);
  return { power: near.upper + far.lower, slope: rise + far.lower * far.lowerGrowth };
}

/** Chance that the two-sided test is significant. */
export function powerOf(
  { df, weight }: Design,
  { n, effect }: { readonly n: number; readonly effect: number },
  alpha: number,
): number {
  const critical = tUpperQuantile(alpha / 2, df(n));
  return significance(critical, df(n), Math.abs(effect) * weight(n)).power;
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

/**
 * The effect that a test of this size finds with this power, by Newton's method on the scale of
 * normal quantiles, where power is nearly a straight line in the noncentrality.
 */
export function effectFor(
  { df, weight }: Design,
  { n, power }: { readonly n: number; readonly power: number },
  alpha: number,
): number {
  const critical = tUpperQuantile(alpha / 2, df(n));
  const wanted = normalQuantile(power);
  let ncp = Math.max(0.5, critical + wanted);
  for (let round = 0; round < 100; round++) {
    const reached = significance(critical, df(n), ncp);
    const z = normalQuantile(reached.power);
    const newton = ((wanted - z) * normalDensity(z)) / reached.slope;
    // A step to below zero would leave the rising branch: go half of the way there instead.
    const step = Math.max(newton, -ncp / 2);
    ncp += step;
    if (!(Math.abs(step) > 1e-9 * ncp)) break;
  }
  return ncp / weight(n);
}

/** Throws unless both are probabilities and the power is more than chance alone gives. */
export function requirePlan(where: string, alpha: number, power?: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`${where} requires 0 < alpha < 1`);
  if (power === undefined) return;
  if (!(power > alpha && power < 1)) throw new RangeError(`${where} requires alpha < power < 1`);
}
