import { emptyFaults, withEmpty, type Place } from './empty-texts.js';
import type { Checked } from './fault.js';
import type { Instrument } from './instrument.js';
import { optionKey } from './item.js';
import { parseWording, type Wording } from './wording.js';

/** A wording that is still to be typed: every text is there to be filled, and none is made up. */
export type BlankWording = Omit<Wording, 'translation'> & {
  readonly translation: { readonly status: ''; readonly source: '' };
};

/**
 * Every text that an instrument needs in one language, empty, each item with the publisher's
 * number. What is typed counts as recalled until someone has compared it.
 */
export function blankWording(instrument: Instrument, language: string): BlankWording {
  const { id, version, items, optionSets } = instrument;
  return {
    instrument: id,
    version,
    language,
    title: '',
    instructions: '',
    items: Object.fromEntries(items.map((item) => [item.id, { number: item.number, text: '' }])),
    options: Object.fromEntries(
      Object.entries(optionSets).map(([set, options]) => [
        set,
        Object.fromEntries(options.map((option) => [optionKey(option), ''])),
      ]),
    ),
    status: 'recalled',
    evidence: [],
    translation: { status: '', source: '' },
  };
}

/**
 * Checks a wording from outside as parseWording does; of a text that is still empty it says, in
 * words for who types it, what must be there.
 */
export function parseTypedWording(value: unknown, instrument: Instrument): Checked<Wording> {
  return withEmpty(parseWording(value, instrument), emptyFaults(value, places(instrument)));
}

function places({ items, optionSets }: Instrument): Place[] {
  return [
    [['title'], 'must be the title that people read above the questions'],
    [['instructions'], 'must be the instructions; take the line out if there are none'],
    ...items.map(({ id, number }): Place => [
      ['items', id, 'text'],
      `must be the text of item ${number}`,
    ]),
    ...Object.entries(optionSets).flatMap(([set, options]) =>
      options.map((option): Place => {
        const key = optionKey(option);
        return [['options', set, key], `must be the label of ${key}${usedBy(set, items)}`];
      }),
    ),
    [['translation', 'status'], 'must be original, official, validated or community'],
    [['translation', 'source'], 'must say who made this version, or that it is the original'],
  ];
}

function usedBy(set: string, items: Instrument['items']): string {
  const numbers = items
    .filter((item) => item.kind === 'options' && item.options === set)
    .map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? ` at item ${first}` : ` at items from ${first} to ${last}`;
}
