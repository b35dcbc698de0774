import { normalUpperQuantile } from '../distributions/index.js';
import { around } from '../result.js';
import type { Interval } from '../result.js';
import { hedgesCorrection } from './hedges-correction.js';

/** A mean change in units of some standard deviation, with a normal interval. */
export type StandardizedChange = {
  value: number;
  /** The value times Hedges' exact J (m = n - 1); `null` for two pairs, where J does not exist. */
  corrected: number | null;
  /** Large-sample standard error of `value`. */
  se: number;
  interval: Interval;
  n: number;
  method: string;
};

/** Puts value, correction, standard error and normal interval together. */
export function standardizedChange(
  { value, se, n, method }: { value: number; se: number; n: number; method: string },
  level: number,
): StandardizedChange & { computable: true } {
  const half = normalUpperQuantile((1 - level) / 2) * se;
  const factor = hedgesCorrection(n - 1);
  return {
    computable: true,
    value,
    corrected: factor === null ? null : factor * value,
    se,
    interval: around(value, half, level),
    n,
    method,
  };
}
