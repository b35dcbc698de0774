import { normalDensity, normalUpper } from './normal.js';

/** Cumulants of a symmetric sum of whole numbers with span 1. */
export type Cumulants = {
  readonly mean: number;
  readonly second: number;
  readonly fourth: number;
  readonly sixth: number;
};

/**
 * P(S <= s) for a symmetric sum S of many whole numbers: Edgeworth's series with kurtosis and sixth
 * cumulant, corrected for continuity (Kolassa, 2006, chapter 3). It errs by about 1 / n^3; far
 * tails are only roughly right.
 */
export function edgeworthCdf(s: number, { mean, second, fourth, sixth }: Cumulants): number {
  const variance = second - 1 / 12;
  const x = (s + 0.5 - mean) / Math.sqrt(variance);
  const x2 = x * x;
  const k4 = fourth / variance ** 2;
  const k6 = sixth / variance ** 3;
  const he3 = x * (x2 - 3);
  const he5 = x * (x2 * (x2 - 10) + 15);
  const he7 = x * (x2 * (x2 * (x2 - 21) + 105) - 105);
  const correction = (k4 / 24) * he3 + (k6 / 720) * he5 + ((k4 * k4) / 1152) * he7;
  return Math.min(1, Math.max(0, normalUpper(-x) - normalDensity(x) * correction));
}
