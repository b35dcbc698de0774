import { refuse } from '../result.js';
import type { Refusal } from '../result.js';
import type { PairedSummary } from './paired-summary.js';
import type { SampleSummary } from './sample-summary.js';

/** A summary that has everything: at least two values, and so a mean and a spread. */
export type KnownSample = { readonly n: number; readonly mean: number; readonly sd: number };

/** Says why this many changes allow no test or effect size, or gives their summary. */
export function knownChange({ n, mean, sd }: SampleSummary): KnownSample | Refusal {
  if (mean === null || n < 1) return refuse('no complete pairs', n);
  if (sd === null || n < 2) return refuse('one complete pair: no variance', n);
  if (sd === 0) return refuse('all changes identical: zero variance', n);
  return { n, mean, sd };
}

/** What a standardised change is computed from. */
export type KnownPairs = {
  readonly n: number;
  readonly mean: number;
  readonly changeSd: number;
  readonly beforeSd: number;
  readonly afterSd: number;
};

/** The spreads of both timepoints and of the change, or why there are none. */
export function knownPairs({ before, after, change }: PairedSummary): KnownPairs | Refusal {
  const known = knownChange(change);
  if ('computable' in known) return known;
  const { n, mean, sd } = known;
  return { n, mean, changeSd: sd, beforeSd: before.sd ?? 0, afterSd: after.sd ?? 0 };
}
