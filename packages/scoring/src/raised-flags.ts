import { holds, type Answers } from '@waymark/model';
import type { FlagRule } from './flag-states.js';

/**
 * The flags these answers raise, by id, whatever the scores: a total that cannot be computed hides
 * none. An item without a value raises nothing here; `flagStates` tells it from an answer of none.
 */
export function raisedFlags(flags: readonly FlagRule[] = [], answers: Answers): string[] {
  return flags.filter(({ when }) => holds(when, answers)).map(({ id }) => id);
}
