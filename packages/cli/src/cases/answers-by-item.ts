import type { Answer, Answers, Instrument, Item, Wording } from '@waymark/model';
import { findItem } from './find-item.js';
import type { Mismatch } from './mismatch.js';
import { readAnswer } from './read-answer.js';

/** The answers of a case by our item ids, and all that could not be understood of them. */
export type AnswersByItem = { readonly answers: Answers; readonly unknown: readonly Mismatch[] };

/** Reads the answers of a case: by number, id or label, or as a list in the order of the items. */
export function answersByItem(
  given: unknown,
  instrument: Instrument,
  wordings: readonly Wording[] = [],
): AnswersByItem {
  const entries = byPlace(entriesOf(given, instrument), instrument);
  if (!entries)
    return {
      answers: {},
      unknown: [
        {
          at: 'answers',
          expected: 'answers by item number',
          got: Array.isArray(given) ? `a list of ${given.length}` : typeof given,
        },
      ],
    };
  const answers: { [item: string]: Answer } = {};
  const unknown: Mismatch[] = [];
  for (const [key, value] of entries) {
    const at = `answers.${key}`;
    const item = findItem(key, instrument);
    const answer = item && readAnswer(value, item, instrument, wordings);
    if (!item) unknown.push({ at, expected: 'an item number', got: 'no such item' });
    else if (item.id in answers)
      unknown.push({ at, expected: 'each item once', got: `item ${item.number} again` });
    else if (answer === undefined)
      unknown.push({ at, expected: 'a number or a label', got: `another ${typeof value}` });
    else answers[item.id] = answer;
  }
  return { answers, unknown };
}

type Entries = readonly (readonly [string, unknown])[];

// A short form with the numbers it has in a longer one (33 to 36) is also answered as 1 to 4.
function byPlace(entries: Entries | null, instrument: Instrument): Entries | null {
  const { items } = instrument;
  if (!entries || !isInOrder(items) || entries.some(([key]) => findItem(key, instrument)))
    return entries;
  return entries.map(([key, value]) => [items[Number(key) - 1]?.number ?? key, value]);
}

/** Whether the items are numbered in the order they are asked, without a gap. */
function isInOrder(items: readonly Item[]): boolean {
  return items.every(({ number }, i) => Number(number) === Number(items[0]!.number) + i);
}

function entriesOf(given: unknown, { items }: Instrument): Entries | null {
  if (typeof given !== 'object' || given === null) return null;
  if (!Array.isArray(given)) return Object.entries(given);
  // A list says which item is meant only where items are numbered in the order they are asked.
  return isInOrder(items) && given.length <= items.length
    ? given.map((value: unknown, i) => [items[i]!.number, value] as const)
    : null;
}
