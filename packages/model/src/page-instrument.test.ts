import { expect, test } from 'vitest';
import { changed, example, exampleWording, frozen } from '../fixtures/example.js';
import { pageInstrument } from './page-instrument.js';
import { scoringKey } from './scoring-key.js';
import type { Wording } from './wording.js';

const definition = frozen(example());
const wording = frozen(exampleWording());
const page = pageInstrument(definition, wording);

test('says who made it, in which language and how far the wording was checked', () => {
  expect(page).toMatchObject({
    id: 'example',
    version: '1.0.0',
    language: 'en',
    title: 'An example',
    instructions: 'Think of nothing in particular.',
    credit: 'Made up for tests',
    wordingStatus: 'recalled',
  });
});

test('keeps the items in the order of the definition, each with its own text', () => {
  expect(page.items.map(({ id, lead, text }) => [id, lead, text])).toEqual([
    ['a', undefined, 'First statement.'],
    ['b', undefined, 'Second statement.'],
    ['c', 'When the weather is fine:', 'third statement.'],
    ['d', undefined, 'Is that so?'],
    ['days', undefined, 'On how many days?'],
  ]);
});

test('keeps the options in the order of the definition, each with its own label', () => {
  expect(page.items[0]).toMatchObject({
    kind: 'options',
    options: [
      { key: '0', label: 'Never' },
      { key: '1', label: 'Rarely' },
      { key: '2', label: 'Often' },
      { key: '3', label: 'Always' },
      { key: 'not-applicable', label: 'Does not apply' },
    ],
  });
});

test('a count has its ends and no options', () => {
  expect(page.items[4]).toEqual({
    id: 'days',
    text: 'On how many days?',
    kind: 'count',
    minimum: 0,
    maximum: 30,
  });
});

test('carries what scores it, and nothing of rights, sources or bands', () => {
  expect(page.key).toEqual(scoringKey(definition));
  expect(Object.keys(page)).not.toContain('sources');
  expect(JSON.stringify(page)).not.toContain('thirds');
});

test('an instrument without instructions has none on the page', () => {
  const silent = changed(exampleWording(), 'instructions', undefined) as Wording;
  expect('instructions' in pageInstrument(definition, silent)).toBe(false);
});
