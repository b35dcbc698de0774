import type { Answers } from './answer.js';
import type { Condition } from './condition.js';
import { holds } from './holds.js';

/** An item as far as skip rules go. */
export type Skippable = { readonly id: string; readonly shownWhen?: Condition | undefined };

/** Answers after the skip rules: those that count, and those given to items no longer shown. */
export type SkippedAnswers = { readonly answers: Answers; readonly apart: Answers };

/**
 * Applies the skip rules in the order of the items: an item that is not shown is `not-shown`, and
 * what was answered to it before is kept apart. A rule sees a hidden item as having no value.
 */
export function applySkipRules(items: readonly Skippable[], given: Answers): SkippedAnswers {
  const answers = { ...given };
  const apart: { [item: string]: Answers[string] } = {};
  for (const { id, shownWhen } of items) {
    if (!shownWhen || holds(shownWhen, answers)) continue;
    const answer = given[id];
    if (answer !== undefined && answer !== 'not-shown') apart[id] = answer;
    answers[id] = 'not-shown';
  }
  return { answers, apart };
}
