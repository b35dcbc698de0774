import { shareOfOdds } from '../distributions/beta.js';
import { betaOddsQuantile, normalUpperQuantile } from '../distributions/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';

/** A share of x out of n with an interval. */
export type ProportionInterval = {
  value: number;
  interval: Interval;
  x: number;
  n: number;
  method: 'Wilson' | 'Clopper-Pearson' | 'Agresti-Coull' | 'Jeffreys';
};

type Ends = (x: number, n: number, tail: number) => readonly [low: number, high: number];

function interval(
  { x, n, level }: { x: number; n: number; level: number },
  method: ProportionInterval['method'],
  ends: Ends,
): Result<ProportionInterval> {
  const whole = Number.isInteger(x) && Number.isInteger(n);
  if (!whole || x < 0 || x > n) throw new RangeError(`${method} requires whole 0 <= x <= n`);
  if (n === 0) return refuse('no values', n);
  const [low, high] = ends(x, n, (1 - level) / 2);
  return { computable: true, value: x / n, interval: { low, high, level }, x, n, method };
}

/**
 * Wilson's score interval (1927), without continuity correction: close to its level even for small n
 * and shares near 0 or 1, and the one to report by default. R: `prop.test(x, n, correct = FALSE)`.
 */
export function wilsonInterval(
  x: number,
  n: number,
  { level = 0.95 } = {},
): Result<ProportionInterval> {
  return interval({ x, n, level }, 'Wilson', (_, __, tail) => wilsonEnds(x, n, tail));
}

/** Both ends of Wilson's interval; 0 and 1 are reached exactly when x is 0 or n. */
export function wilsonEnds(x: number, n: number, tail: number): readonly [number, number] {
  const z = normalUpperQuantile(tail);
  const p = x / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z / (2 * n)) ** 2);
  const scale = 1 + (z * z) / n;
  return [x === 0 ? 0 : (centre - half) / scale, x === n ? 1 : (centre + half) / scale];
}

/**
 * The exact interval of Clopper and Pearson (1934): covers at least its level, mostly more, so it is
 * wide. R: `binom.test(x, n)$conf.int`.
 */
export function clopperPearsonInterval(
  x: number,
  n: number,
  { level = 0.95 } = {},
): Result<ProportionInterval> {
  return interval({ x, n, level }, 'Clopper-Pearson', (_, __, tail) => [
    x === 0 ? 0 : shareOfOdds(betaOddsQuantile(tail, 1 - tail, x, n - x + 1)),
    x === n ? 1 : shareOfOdds(betaOddsQuantile(1 - tail, tail, x + 1, n - x)),
  ]);
}

/**
 * The interval of Agresti and Coull (1998): the Wald interval after adding z^2 / 2 to x and to n - x.
 * Simple, and honest except that it may reach below 0 or above 1; it is not cut off here.
 * R: `binom::binom.agresti.coull(x, n)`.
 */
export function agrestiCoullInterval(
  x: number,
  n: number,
  { level = 0.95 } = {},
): Result<ProportionInterval> {
  return interval({ x, n, level }, 'Agresti-Coull', (_, __, tail) => {
    const z = normalUpperQuantile(tail);
    const size = n + z * z;
    const p = (x + (z * z) / 2) / size;
    const half = z * Math.sqrt((p * (1 - p)) / size);
    return [p - half, p + half];
  });
}

/**
 * Jeffreys' interval: quantiles of the beta(x + 1/2, n - x + 1/2), with 0 and 1 as ends when x is 0
 * or n (Brown, Cai and DasGupta, 2001). R: `qbeta(c(.025, .975), x + .5, n - x + .5)`.
 */
export function jeffreysInterval(
  x: number,
  n: number,
  { level = 0.95 } = {},
): Result<ProportionInterval> {
  return interval({ x, n, level }, 'Jeffreys', (_, __, tail) => [
    x === 0 ? 0 : shareOfOdds(betaOddsQuantile(tail, 1 - tail, x + 0.5, n - x + 0.5)),
    x === n ? 1 : shareOfOdds(betaOddsQuantile(1 - tail, tail, x + 0.5, n - x + 0.5)),
  ]);
}
