import type { Submission, Timepoint } from '@waymark/model';

/** One person's scores on one scale, by timepoint; a timepoint without a score is not there. */
export type PersonScores = ReadonlyMap<Timepoint, number>;

/**
 * The scores of each person on a scale. A timepoint counts when every scale in `together` has a
 * score there. `submissions` are those of one program and instrument version, once per timepoint.
 */
export function personScores(
  submissions: readonly Submission[],
  scale: string,
  together: readonly string[] = [scale],
): readonly PersonScores[] {
  const people = new Map<string, Map<Timepoint, number>>();
  for (const { participant, timepoint, scores } of submissions) {
    const person = people.get(participant) ?? new Map<Timepoint, number>();
    people.set(participant, person);
    const value = scores[scale]?.value ?? null;
    const complete = together.every((id) => (scores[id]?.value ?? null) !== null);
    if (value !== null && complete) person.set(timepoint, value);
  }
  return [...people.values()];
}
