import { holds, type Answers, type Condition } from '@waymark/model';

/** A rule that must be noticed at once, as a page or a definition carries it. */
type FlagRule = { readonly id: string; readonly when: Condition };

/**
 * The flags these answers raise, by id, whatever the scores: a total that cannot be computed hides
 * none. An item without a value raises nothing and is never taken for safe elsewhere.
 */
export function raisedFlags(flags: readonly FlagRule[] = [], answers: Answers): string[] {
  return flags.filter(({ when }) => holds(when, answers)).map(({ id }) => id);
}
