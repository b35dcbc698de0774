import { welchTestFromSummaries } from '@waymark/stats';
import { fromResult, unavailable, type Available } from './available.js';
import { describe, wouldTell, type Rules } from './describe.js';
import type { FollowUpFlow } from './people-flow.js';
import type { CompletersAgainstLost } from './report.js';

/**
 * How those who answered again and those who did not compare at the start; the only thing known
 * about the people a report is silent on. Withheld when either group, or who was lost, is withheld.
 */
export function completersAgainstLost(
  starts: { readonly followedUp: readonly number[]; readonly lost: readonly number[] },
  flow: FollowUpFlow,
  rules: Rules,
): Available<CompletersAgainstLost> {
  if (flow.lost.withheld || flow.followedUp.withheld)
    return unavailable(wouldTell(rules.minimumCell));
  if (starts.lost.length === 0) return unavailable('nobody was lost');
  if (starts.followedUp.length === 0) return unavailable('nobody answered again');
  const followedUp = describe(starts.followedUp, rules);
  const lost = describe(starts.lost, rules);
  if (!followedUp.available) return followedUp;
  if (!lost.available) return lost;
  const test = welchTestFromSummaries(followedUp, lost, { level: rules.level });
  return fromResult(test, ({ difference, interval, t, df, p }) => ({
    followedUp,
    lost,
    difference,
    interval,
    t,
    df,
    p,
    method: 'Welch t test' as const,
  }));
}
