import { expect, test } from 'vitest';
import { changed, example, exampleWording, frozen } from '../fixtures/example.js';
import { blankWording, parseTypedWording } from './blank-wording.js';

const definition = frozen(example());

test('a blank wording has a place for every text, and no text', () => {
  const blank = blankWording(definition, 'es');
  expect(blank).toMatchObject({ instrument: 'example', version: '1.0.0', language: 'es' });
  expect(blank.items).toEqual({
    a: { number: '1', text: '' },
    b: { number: '2', text: '' },
    c: { number: '3a', text: '' },
    d: { number: '3b', text: '' },
    days: { number: '4', text: '' },
  });
  expect(blank.options).toEqual({
    often: { '0': '', '1': '', '2': '', '3': '', 'not-applicable': '' },
    'yes-no': { '0': '', '1': '' },
  });
});

function faultsOf(wording: unknown) {
  const checked = parseTypedWording(wording, definition);
  return checked.ok ? [] : checked.faults;
}

test('says of each empty text what to type there', () => {
  const faults = faultsOf(blankWording(definition, 'en'));
  expect(faults.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    'title must be the title that people read above the questions',
    'instructions must be the instructions; take the line out if there are none',
    'items.a.text must be the text of item 1',
    'items.b.text must be the text of item 2',
    'items.c.text must be the text of item 3a',
    'items.d.text must be the text of item 3b',
    'items.days.text must be the text of item 4',
    'options.often.0 must be the label of 0 at items from 1 to 3a',
    'options.often.1 must be the label of 1 at items from 1 to 3a',
    'options.often.2 must be the label of 2 at items from 1 to 3a',
    'options.often.3 must be the label of 3 at items from 1 to 3a',
    'options.often.not-applicable must be the label of not-applicable at items from 1 to 3a',
    'options.yes-no.0 must be the label of 0 at item 3b',
    'options.yes-no.1 must be the label of 1 at item 3b',
    'translation.status must be original, official, validated or community',
    'translation.source must say who made this version, or that it is the original',
  ]);
  expect(new Set(faults.map(({ found }) => found))).toEqual(new Set(['empty']));
});

test('once every text is typed nothing is blank, and the wording is right', () => {
  const { title, instructions, options, translation, ...typed } = exampleWording();
  const blank = blankWording(definition, 'en');
  const items = Object.fromEntries(
    Object.entries(blank.items).map(([id, item]) => [id, { ...item, ...typed.items[id]! }]),
  );
  const filled = { ...blank, title, instructions, items, options, translation };
  expect(parseTypedWording(filled, definition)).toEqual({ ok: true, value: filled });
});

test('what is empty and what is missing are told together, each once', () => {
  const wrong = changed(changed(exampleWording(), 'items.a.text', '  '), 'items.b', undefined);
  expect(faultsOf(wrong).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    'items.a.text must be the text of item 1',
    'items.b must have a text',
  ]);
});
