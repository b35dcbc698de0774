import { normalUpperQuantile } from '../distributions/index.js';
import { around, refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { tableTotal } from './paired-table.js';
import type { PairedTable } from './paired-table.js';
import { wilsonEnds } from './proportion-intervals.js';

/** The change of a share in the same people, follow-up minus baseline. */
export type PairedDifference = {
  before: number;
  after: number;
  difference: number;
  interval: Interval;
  n: number;
  method: 'Wald' | 'Newcombe, paired';
};

function sharesOf(table: PairedTable, n: number) {
  const { noYes, yesNo, yesYes } = table;
  return {
    before: (yesNo + yesYes) / n,
    after: (noYes + yesYes) / n,
    difference: (noYes - yesNo) / n,
  };
}

/**
 * The change of a share with Wald's interval: quick, and too narrow for small n. Its variance is
 * (b + c - (b - c)^2 / n) / n^2. R: `PropCIs::diffpropci.Wald.mp(b, c, n, 0.95)`.
 */
export function pairedDifferenceWald(
  table: PairedTable,
  { level = 0.95 } = {},
): Result<PairedDifference> {
  const n = tableTotal(table);
  if (n === 0) return refuse('no complete pairs', n);
  const { noYes, yesNo } = table;
  const shares = sharesOf(table, n);
  const se = Math.sqrt(noYes + yesNo - (noYes - yesNo) ** 2 / n) / n;
  const half = normalUpperQuantile((1 - level) / 2) * se;
  const interval = around(shares.difference, half, level);
  return { computable: true, ...shares, interval, n, method: 'Wald' };
}

/** Correlation of both answers, moved towards 0 by half a person when positive; 0 when undefined. */
function correctedPhi({ noNo, noYes, yesNo, yesYes }: PairedTable, n: number): number {
  const product = (noNo + noYes) * (yesNo + yesYes) * (noNo + yesNo) * (noYes + yesYes);
  if (product === 0) return 0;
  const covariance = noNo * yesYes - noYes * yesNo;
  const corrected = covariance > 0 ? Math.max(0, covariance - n / 2) : covariance;
  return corrected / Math.sqrt(product);
}

/**
 * The change of a share with Newcombe's interval (1998, method 10): Wilson limits of both shares,
 * joined by their correlation. Good also for small n and shares near 0 or 1. R:
 * `contingencytables::Newcombe_CI_paired_2x2(table)`.
 */
export function pairedDifferenceNewcombe(
  table: PairedTable,
  { level = 0.95 } = {},
): Result<PairedDifference> {
  const n = tableTotal(table);
  if (n === 0) return refuse('no complete pairs', n);
  const shares = sharesOf(table, n);
  const { before, after, difference } = shares;
  const tail = (1 - level) / 2;
  const [beforeLow, beforeHigh] = wilsonEnds(table.yesNo + table.yesYes, n, tail);
  const [afterLow, afterHigh] = wilsonEnds(table.noYes + table.yesYes, n, tail);
  const phi = correctedPhi(table, n);
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  const interval = {
    low: difference - reach(after - afterLow, beforeHigh - before),
    high: difference + reach(afterHigh - after, before - beforeLow),
    level,
  };
  return { computable: true, ...shares, interval, n, method: 'Newcombe, paired' };
}
