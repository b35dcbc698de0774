import type { Tails } from './tails.js';

/**
 * A family member read on the logarithmic axis s: its tails there, and the logarithm of its density
 * with respect to s.
 */
export type LogAxis = {
  readonly tails: (s: number) => Tails;
  readonly logDensity: (s: number) => number;
};

/** Past exp(709) doubles end. */
const edge = 709;

/**
 * The s whose lower tail is `lower` and whose upper tail is `upper`, by Newton's method on the
 * logarithm of the smaller of the two. Beta odds and gamma values have log-concave tails on this
 * axis, so the steps cannot run away: after the first one they approach from one side.
 */
export function invertTail(lower: number, upper: number, axis: LogAxis, start: number): number {
  const fromBelow = lower <= upper;
  const target = Math.log(fromBelow ? lower : upper);
  let s = start;
  for (let round = 0; round < 200; round++) {
    const tails = axis.tails(s);
    const logTail = fromBelow ? tails.logLower : tails.logUpper;
    const slope = Math.exp(axis.logDensity(s) - logTail);
    const newton = ((target - logTail) / slope) * (fromBelow ? 1 : -1);
    const step = Math.max(-50, Math.min(50, newton));
    s += step;
    if (Math.abs(s) > edge) return s > 0 ? Infinity : -Infinity;
    if (Math.abs(step) <= 1e-10) break;
  }
  return s;
}
