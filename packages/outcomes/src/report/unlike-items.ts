import type { Scale, Submission, Timepoint } from '@waymark/model';

const adding: ReadonlySet<Scale['method']['name']> = new Set([
  'sum',
  'capped-sum',
  'weighted-sum',
  'criteria-count',
  'dichotomised-count',
]);

/**
 * How many people have a sum at the start and at a later timepoint that rest on different numbers of
 * items. Such sums are not on one scale: with an item more the sum is higher and nobody has changed.
 * Means, and sums whose gaps are filled, can be compared; of them there is none. `together` are the
 * scales that must all have a score, as for every other number of the report.
 */
export function unlikeItems(
  { id, method, missing }: Pick<Scale, 'id' | 'method' | 'missing'>,
  submissions: readonly Submission[],
  together: readonly string[] = [id],
): (timepoint: Timepoint) => number {
  if (!adding.has(method.name) || missing.fill !== 'none') return () => 0;
  const people = new Map<string, Map<Timepoint, number>>();
  for (const { participant, timepoint, scores } of submissions) {
    if (together.some((scale) => (scores[scale]?.value ?? null) === null)) continue;
    const person = people.get(participant) ?? new Map<Timepoint, number>();
    people.set(participant, person.set(timepoint, scores[id]!.answered));
  }
  return (timepoint) =>
    [...people.values()].filter((person) => {
      const [start, later] = [person.get('baseline'), person.get(timepoint)];
      return start !== undefined && later !== undefined && start !== later;
    }).length;
}
