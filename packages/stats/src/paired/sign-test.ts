import { binomialCdf } from '../distributions/index.js';
import { refuse } from '../result.js';
import type { Result } from '../result.js';

/** The sign test of increases against decreases. */
export type SignTest = {
  /** Increases and decreases together. */
  n: number;
  increased: number;
  decreased: number;
  /** Two-sided, exact. */
  p: number;
  method: 'sign test, exact';
};

/**
 * Sign test: are increases as frequent as decreases? Exact binomial with probability 1/2, equal
 * scores left out (Dixon and Mood, 1946). Needs no scale, only directions.
 * R: `binom.test(increased, increased + decreased)`.
 */
export function signTest({
  increased,
  decreased,
}: {
  readonly increased: number;
  readonly decreased: number;
}): Result<SignTest> {
  const n = increased + decreased;
  if (n === 0) return refuse('no change differs from zero', n);
  const p = Math.min(1, 2 * binomialCdf(Math.min(increased, decreased), n, 0.5));
  return { computable: true, n, increased, decreased, p, method: 'sign test, exact' };
}
