import { holds, type Answers, type Condition } from '@waymark/model';

/** A rule that must be noticed at once, as a page or a definition carries it. */
export type FlagRule = { readonly id: string; readonly when: Condition };

/** `not-answered`: the answers that would settle the flag are not there, so nobody may take it for safe. */
export type FlagState = 'raised' | 'not-raised' | 'not-answered';

/**
 * The state of each flag, by its id, whatever the scores. Use it wherever staff read a check-in: a
 * skipped item is told as `not-answered`, and never looks like an answer of none.
 */
export function flagStates(
  flags: readonly FlagRule[] = [],
  answers: Answers,
): { readonly [flag: string]: FlagState } {
  return Object.fromEntries(flags.map(({ id, when }) => [id, stateOf(when, answers)]));
}

function stateOf(when: Condition, answers: Answers): FlagState {
  if (holds(when, answers)) return 'raised';
  return truthOf(when, answers) === null ? 'not-answered' : 'not-raised';
}

/** Whether a rule holds; null when that turns on an item without a value (Kleene's logic). */
function truthOf(condition: Condition, answers: Answers): boolean | null {
  if ('all' in condition) return every(condition.all.map((inner) => truthOf(inner, answers)));
  if ('any' in condition)
    return not(every(condition.any.map((inner) => not(truthOf(inner, answers)))));
  if ('not' in condition) return not(truthOf(condition.not, answers));
  return typeof answers[condition.item] === 'number' ? holds(condition, answers) : null;
}

function every(truths: readonly (boolean | null)[]): boolean | null {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function not(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}
