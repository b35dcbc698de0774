import type { Answers } from './answer.js';
import type { Condition } from './condition.js';
import { holds, itemsOf } from './holds.js';
import type { Instrument } from './instrument.js';
import { itemValues } from './scoring-key.js';
import { applySkipRules } from './skip-rules.js';

/** More combinations than this are not tried one by one. */
const most = 100_000;

/**
 * Whether a rule can hold and can fail, by trying every combination of the values its items can
 * have, as far as earlier skip rules show them at all; null when there are too many to try.
 */
export function reachable(
  condition: Condition,
  { items, optionSets }: Pick<Instrument, 'items' | 'optionSets'>,
): { readonly canHold: boolean; readonly canFail: boolean } | null {
  const behind = itemsBehind(condition, items);
  const asked = items.filter(({ id }) => behind.has(id));
  const values = asked.map((item) => [...itemValues(item, optionSets), 'skipped' as const]);
  // Options that are not there are told elsewhere.
  if (values.some((list) => list.length === 1)) return null;
  if (values.reduce((product, list) => product * list.length, 1) > most) return null;
  const found = { canHold: false, canFail: false };
  for (const answers of combinations(
    asked.map(({ id }) => id),
    values,
  )) {
    if (holds(condition, applySkipRules(asked, answers).answers)) found.canHold = true;
    else found.canFail = true;
    if (found.canHold && found.canFail) break;
  }
  return found;
}

/** The items a rule looks at, those that decide whether these are shown, and so on. */
function itemsBehind(condition: Condition, items: Instrument['items']): ReadonlySet<string> {
  const found = new Set(itemsOf(condition));
  for (const id of found) {
    const shownWhen = items.find((item) => item.id === id)?.shownWhen;
    if (shownWhen) itemsOf(shownWhen).forEach((other) => found.add(other));
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
