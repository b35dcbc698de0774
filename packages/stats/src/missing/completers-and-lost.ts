import {
  describeMoments,
  mergeMoments,
  selectColumns,
  type Description,
  type Moments,
  type PatternMoments,
} from '../moments/index.js';
import type { Result } from '../result.js';
import { welchTestFromSummaries, type TwoSampleTest } from '../two-sample/index.js';

/** People seen at the first timepoint, parted by whether they were seen at a later one. */
export type CompletersAndLost = {
  /** Scores at the first timepoint of those seen again. */
  readonly completers: Description;
  /** Scores at the first timepoint of those not seen again. */
  readonly lost: Description;
  /** Completers over both; `null` without anybody. */
  readonly rate: number | null;
  /** Welch's test of completers minus lost at the first timepoint. */
  readonly difference: Result<TwoSampleTest>;
};

const nobody: Moments = { width: 1, n: 0, sums: [0, 0], carries: [0, 0] };

/**
 * Compares where completers and lost people started. A difference warns that the change among
 * completers is not that of everybody; no difference proves nothing. `timepoint` is the place of
 * the later timepoint; merge groups by handing all their patterns in.
 */
export function completersAndLost(
  patterns: readonly PatternMoments[],
  timepoint: number,
): CompletersAndLost {
  let stayed = nobody;
  let gone = nobody;
  for (const { pattern, moments } of patterns) {
    if (timepoint < 1 || timepoint >= pattern.length)
      throw new RangeError('completersAndLost requires a timepoint after the first');
    if (pattern[0] !== '1') continue;
    const first = selectColumns(moments, [0]);
    if (pattern[timepoint] === '1') stayed = mergeMoments(stayed, first);
    else gone = mergeMoments(gone, first);
  }
  const completers = describeMoments(stayed);
  const lost = describeMoments(gone);
  const people = completers.n + lost.n;
  const rate = people > 0 ? completers.n / people : null;
  return { completers, lost, rate, difference: welchTestFromSummaries(completers, lost) };
}
