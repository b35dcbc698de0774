import type { Fault } from './fault.js';
import type { Instrument } from './instrument.js';
import { optionKey } from './item.js';
import type { Wording } from './wording.js';

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

/** A fault for each text of a wording that is there and still empty, in words for who types it. */
export function blankFaults(wording: unknown, instrument: Instrument): Fault[] {
  const { items, optionSets } = instrument;
  const asked: readonly (readonly [path: readonly string[], rule: string])[] = [
    [['title'], 'must be the title that people read above the questions'],
    [['instructions'], 'must be the instructions; take the line out if there are none'],
    ...items.map(
      ({ id, number }) => [['items', id, 'text'], `must be the text of item ${number}`] as const,
    ),
    ...Object.entries(optionSets).flatMap(([set, options]) =>
      options.map((option) => {
        const key = optionKey(option);
        return [['options', set, key], `must be the label of ${key}${usedBy(set, items)}`] as const;
      }),
    ),
    [['translation', 'status'], 'must be original, official, validated or community'],
    [['translation', 'source'], 'must say who made this version, or that it is the original'],
  ];
  return asked
    .filter(([path]) => isBlank(path, wording))
    .map(([path, rule]) => ({ path: path.join('.'), found: 'empty', rule }));
}

function usedBy(set: string, items: Instrument['items']): string {
  const numbers = items
    .filter((item) => item.kind === 'options' && item.options === set)
    .map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? ` at item ${first}` : ` at items from ${first} to ${last}`;
}

function isBlank(path: readonly string[], wording: unknown): boolean {
  let inner = wording;
  for (const name of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name)) return false;
    inner = (inner as { readonly [name: string]: unknown })[name];
  }
  return typeof inner === 'string' && inner.trim() === '';
}
