import { pairedTestFromSummary, sampleSummary } from '@waymark/stats';
import { unavailable, type Available } from './available.js';
import type { Description } from './report.js';

/** What the numbers of a group may be worked out with. */
export type Rules = { readonly minimumCell: number; readonly level: number };

/** The reason why a small group has no results. */
export function tooFew(minimumCell: number): string {
  return `withheld: fewer than ${minimumCell} people`;
}

/** The reason why a result is not given that would tell how many people a small group has. */
export function wouldTell(minimumCell: number): string {
  return `withheld, so that no group of fewer than ${minimumCell} people can be worked out`;
}

/** Mean, standard deviation and interval of a group's scores; withheld when the group is small. */
export function describe(
  scores: readonly number[],
  { minimumCell, level }: Rules,
): Available<Description> {
  const summary = sampleSummary(scores);
  const { n, mean, sd } = summary;
  if (n < minimumCell) return unavailable(tooFew(minimumCell));
  if (mean === null || sd === null) return unavailable('fewer than two people');
  // The interval of one mean is that of a paired test in which every start is zero.
  const test = pairedTestFromSummary(summary, { level });
  const interval = test.computable ? test.interval : null;
  return {
    available: true,
    n,
    mean,
    sd,
    interval,
    method: 'mean, sample standard deviation, t interval',
  };
}
