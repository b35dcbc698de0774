import type { Answers } from './answer.js';
import type { Condition } from './condition.js';
import { holds, itemsOf } from './holds.js';
import type { Instrument } from './instrument.js';
import { itemValues } from './scoring-key.js';

/** More combinations than this are not tried one by one. */
const most = 100_000;

/**
 * Whether a rule can hold and can fail, by trying every combination of the values its items can
 * have; null when there are too many to try.
 */
export function reachable(
  condition: Condition,
  { items, optionSets }: Pick<Instrument, 'items' | 'optionSets'>,
): { readonly canHold: boolean; readonly canFail: boolean } | null {
  const asked = items.filter(({ id }) => itemsOf(condition).includes(id));
  const values = asked.map((item) => [...itemValues(item, optionSets), 'skipped' as const]);
  if (values.reduce((product, list) => product * list.length, 1) > most) return null;
  const found = { canHold: false, canFail: false };
  for (const answers of combinations(
    asked.map(({ id }) => id),
    values,
  )) {
    if (holds(condition, answers)) found.canHold = true;
    else found.canFail = true;
    if (found.canHold && found.canFail) break;
  }
  return found;
}

function* combinations(
  ids: readonly string[],
  values: readonly (readonly (number | 'skipped')[])[],
): Generator<Answers> {
  const [id, ...others] = ids;
  if (id === undefined) {
    yield {};
    return;
  }
  for (const value of values[0]!)
    for (const rest of combinations(others, values.slice(1))) yield { [id]: value, ...rest };
}
