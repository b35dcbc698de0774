import { compensatedSum } from './compensated-sum.js';
import { changesOf } from './complete-pairs.js';
import type { Pair } from './complete-pairs.js';
import { largest, sampleSummary } from './sample-summary.js';
import type { SampleSummary } from './sample-summary.js';

/** What the standardised changes need to know about the pairs; merged moments give the same. */
export type PairedSummary = {
  readonly before: SampleSummary;
  readonly after: SampleSummary;
  readonly change: SampleSummary;
  /** Pearson's r of before and after; `null` when one of the two never varies. */
  readonly correlation: number | null;
};

/**
 * Summaries of both timepoints, of the change and of how they go together, over complete pairs.
 * R: `mean`, `sd` and `cor(before, after)`.
 */
export function pairedSummary(pairs: readonly Pair[]): PairedSummary {
  const firsts = pairs.map(([before]) => before);
  const seconds = pairs.map(([, after]) => after);
  const before = sampleSummary(firsts);
  const after = sampleSummary(seconds);
  const scale = Math.max(largest(firsts), largest(seconds));
  const change = sampleSummary(changesOf(pairs), scale);
  return { before, after, change, correlation: correlationOf(pairs, before, after) };
}

function correlationOf(
  pairs: readonly Pair[],
  first: SampleSummary,
  second: SampleSummary,
): number | null {
  if (!first.sd || !second.sd || first.mean === null || second.mean === null) return null;
  const { mean: firstMean, sd: firstSd } = first;
  const { mean: secondMean, sd: secondSd } = second;
  const products = pairs.map(([x, y]) => (x - firstMean) * (y - secondMean));
  const r = compensatedSum(products) / ((pairs.length - 1) * firstSd * secondSd);
  return Math.max(-1, Math.min(1, r));
}
