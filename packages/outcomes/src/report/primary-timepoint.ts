import { daysSinceBaseline, type Timepoint } from '@waymark/model';
import type { ResultInNumbers } from './program-result.js';

/**
 * The one later timepoint that summaries and the comparison across programs are about: the latest
 * at which at least half as many people are counted as at the best attended one, all programs
 * together. It looks at how many answered, never at what they answered, and only at counts that are
 * published anyway. `null` while no count may be shown.
 */
export function primaryTimepoint(results: readonly ResultInNumbers[]): Timepoint | null {
  const people = new Map<Timepoint, number>();
  for (const { timepoint, followedUp } of results.flatMap(({ followUps }) => followUps))
    if (!followedUp.withheld && followedUp.count > 0)
      people.set(timepoint, (people.get(timepoint) ?? 0) + followedUp.count);
  const most = Math.max(0, ...people.values());
  const attended = [...people].filter(([, count]) => 2 * count >= most);
  const latest = attended.sort(([a], [b]) => daysSinceBaseline(b) - daysSinceBaseline(a))[0];
  return latest?.[0] ?? null;
}
