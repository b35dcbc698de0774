import {
  binomialCdf,
  binomialDensity,
  binomialQuantile,
  normalUpperQuantile,
} from '../distributions/index.js';
import { around, refuse, type Interval, type Result } from '../result.js';

/** How many of `n` people in one program reached something. */
export type ProgramCount = { readonly x: number; readonly n: number };

/** Where one program lies in the funnel. */
export type FunnelPoint = {
  readonly share: number;
  readonly n: number;
  /** Distance from the target in standard errors at the target. */
  readonly z: number;
  /** Exact limits at each level asked for; outside 0 to 1 nothing can lie. */
  readonly exact: readonly Interval[];
  /** Normal limits at each level asked for, for comparison. */
  readonly normal: readonly Interval[];
  /** Normal limits widened by the square root of `phiWinsorised`, where that is above 1. */
  readonly overdispersed: readonly Interval[];
};

/** Every program against one target share, with how much they differ beyond chance. */
export type Funnel = {
  readonly target: number;
  readonly points: readonly FunnelPoint[];
  /** Overdispersion: mean of z squared; about 1 when only chance is at work. */
  readonly phi: number;
  /** The same with the most extreme tenth of z at either end pulled in. */
  readonly phiWinsorised: number;
  readonly n: number;
  readonly method: 'funnel plot, exact binomial limits interpolated';
};

/**
 * One end of the funnel at a tail area: (r - a) / n, with r the binomial quantile and
 * a = (P(R <= r) - tail) / P(R = r), so that the line does not jump (Spiegelhalter 2005, A.1).
 */
export function interpolatedLimit(n: number, target: number, tail: number): number {
  const r = binomialQuantile(tail, n, target);
  const a = (binomialCdf(r, n, target) - tail) / binomialDensity(r, n, target);
  return (r - a) / n;
}

/** Pulls the `share` most extreme values at either end in to the next ones. */
export function winsorise(values: readonly number[], share: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(share * values.length);
  const low = sorted[cut]!;
  const high = sorted[values.length - 1 - cut]!;
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

const meanSquare = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value * value, 0) / values.length;

/**
 * Funnel plot of shares: which programs lie outside what chance allows around the target
 * (Spiegelhalter 2005). `target` is the share of all people together unless given.
 *
 * When phi is well above 1, chance is not the only difference between programs: read the
 * overdispersed limits or use a meta-analysis, and do not rank. In R: package funnelR; `qbinom`, `pbinom`.
 */
export function funnel(
  programs: readonly ProgramCount[],
  {
    target,
    levels = [0.95, 0.998],
  }: {
    readonly target?: number;
    readonly levels?: readonly number[];
  } = {},
): Result<Funnel> {
  for (const { x, n } of programs)
    if (!Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n || n < 1)
      throw new RangeError('funnel requires whole counts with 0 <= x <= n and n of at least 1');
  const people = programs.reduce((sum, { n }) => sum + n, 0);
  if (programs.length < 2) return refuse('at least two programs are needed', programs.length);
  const share = target ?? programs.reduce((sum, { x }) => sum + x, 0) / people;
  if (!(share > 0 && share < 1)) return refuse('nobody or everybody reached it', people);
  const z = programs.map(({ x, n }) => (x / n - share) / Math.sqrt((share * (1 - share)) / n));
  const phiWinsorised = meanSquare(winsorise(z, 0.1));
  const widening = Math.sqrt(Math.max(1, phiWinsorised));
  const points = programs.map((program, i) => ({
    ...limitsOf(program, share, { levels, widening }),
    z: z[i]!,
  }));
  return {
    computable: true,
    target: share,
    points,
    phi: meanSquare(z),
    phiWinsorised,
    n: people,
    method: 'funnel plot, exact binomial limits interpolated',
  };
}

function limitsOf(
  { x, n }: ProgramCount,
  target: number,
  { levels, widening }: { readonly levels: readonly number[]; readonly widening: number },
): Omit<FunnelPoint, 'z'> {
  const se = Math.sqrt((target * (1 - target)) / n);
  const exact = levels.map((level): Interval => {
    const tail = (1 - level) / 2;
    const low = interpolatedLimit(n, target, tail);
    return { low, high: interpolatedLimit(n, target, 1 - tail), level };
  });
  const within = (spread: number) =>
    levels.map((level) => around(target, normalUpperQuantile((1 - level) / 2) * spread, level));
  return { share: x / n, n, exact, normal: within(se), overdispersed: within(widening * se) };
}
