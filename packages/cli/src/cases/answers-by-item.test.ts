import type { Instrument, Item, Wording } from '@waymark/model';
import { expect, test } from 'vitest';
import { example, exampleWording } from '../../../model/fixtures/example.js';
import { answersByItem } from './answers-by-item.js';

const instrument: Instrument = {
  ...example(),
  codes: [{ items: ['days'], values: { 88: 0, 77: 'dont-know' }, source: 'made-up' }],
};
const wording: Wording = exampleWording();

function read(given: unknown) {
  const { answers, unknown } = answersByItem(given, instrument, [wording]);
  return unknown.length === 0 ? answers : unknown.map(({ at, got }) => `${at}: ${got}`);
}

test.each<[why: string, given: unknown, answers: object]>([
  ['by number', { 1: 2, '3a': 1 }, { a: 2, c: 1 }],
  ['by number, written in other ways', { Q1: 2, item_3A: 1, '02': 0 }, { a: 2, c: 1, b: 0 }],
  ['by a name that ends in the number', { example_1: 2, 'phq9-2': 0 }, { a: 2, b: 0 }],
  ['by our id', { a: 2, days: 3 }, { a: 2, days: 3 }],
  ['as text', { 1: '2', 2: ' 3 ' }, { a: 2, b: 3 }],
  ['unanswered', { 1: null, 2: '' }, { a: 'skipped', b: 'skipped' }],
  [
    'with a reason',
    { 1: 'N/A', 2: 'prefer-not-to-say' },
    { a: 'not-applicable', b: 'prefer-not-to-say' },
  ],
  ['by label', { 1: wording.options['often']!['2'] }, { a: 2 }],
  ['yes and no', { '3b': 'yes' }, { d: 1 }],
  ['true and false', { '3b': false }, { d: 0 }],
  ['codes of a file', { 4: 88 }, { days: 0 }],
  ['codes of a file that are no answer', { 4: '77' }, { days: 'dont-know' }],
])('reads answers %s', (_, given, answers) => {
  expect(read(given)).toEqual(answers);
});

test.each<[why: string, given: unknown, lines: string[]]>([
  ['an item there is not', { 9: 1 }, ['answers.9: no such item']],
  ['an item twice', { 1: 1, Q1: 1 }, ['answers.Q1: item 1 again']],
  ['a word that is no label', { 1: 'sometimes or so' }, ['answers.1: another string']],
  ['a list where numbers have letters', [1, 2, 3, 1, 4], ['answers: a list of 5']],
  ['a text', 'all twos', ['answers: string']],
])('tells of %s', (_, given, lines) => {
  expect(read(given)).toEqual(lines);
});

const plain: Item[] = [33, 34, 35].map((number) => ({
  id: `sc${number}`,
  number: String(number),
  kind: 'options',
  options: 'often',
}));
const shortForm: Instrument = { ...example(), items: plain };

test.each<[given: unknown, answers: object | undefined]>([
  [[1, 2, null], { sc33: 1, sc34: 2, sc35: 'skipped' }],
  [
    { 33: 1, 35: 2 },
    { sc33: 1, sc35: 2 },
  ],
  [
    { 1: 1, 3: 2 },
    { sc33: 1, sc35: 2 },
  ],
  [{ 1: 1, 33: 2 }, undefined],
])('a form numbered from 33 takes %j', (given, answers) => {
  const read = answersByItem(given, shortForm);
  expect(read.unknown.length > 0 ? undefined : read.answers).toEqual(answers);
});
