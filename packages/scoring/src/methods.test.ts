import type { Method } from '@waymark/model';
import { expect, test } from 'vitest';
import { combine, mean } from './methods.js';

const ranges = { a: [0, 3], b: [0, 3], c: [1, 5] } as const;
const values = (a: number, b: number, c: number) => ({ ids: ['a', 'b', 'c'], values: [a, b, c] });

test.each<[Method, number, number, number, number]>([
  [{ name: 'sum' }, 1, 2, 3, 6],
  [{ name: 'mean' }, 1, 2, 3, 2],
  [{ name: 'capped-sum', cap: 5 }, 1, 2, 3, 5],
  [{ name: 'capped-sum', cap: 6 }, 1, 2, 3, 6],
  [{ name: 'weighted-sum', weights: { a: 2, b: -1 } }, 3, 1, 5, 5],
  [{ name: 'weighted-sum', weights: { a: 0.5, c: 1 }, add: 10 }, 3, 1, 5, 16.5],
  [{ name: 'percent-of-maximum' }, 0, 0, 1, 0],
  [{ name: 'percent-of-maximum' }, 3, 3, 5, 100],
  [{ name: 'percent-of-maximum' }, 1, 2, 3, 50],
  [{ name: 'proportion', values: [1, 2] }, 1, 2, 3, 2 / 3],
  [{ name: 'dichotomised-count', counts: { a: [2, 3], b: [0], c: [5] } }, 2, 0, 4, 2],
  [{ name: 'dichotomised-count', counts: { a: [2, 3] } }, 2, 0, 4, 1],
])('%j of %d, %d and %d is %d', (method, a, b, c, expected) => {
  expect(combine(values(a, b, c), method, ranges)).toBeCloseTo(expected, 12);
});

const clusters: Method = {
  name: 'criteria-count',
  criteria: [
    { id: 'one', items: ['a'], atLeast: 2, needed: 1 },
    { id: 'two', items: ['a', 'b', 'c'], atLeast: 2, needed: 2 },
  ],
};

test.each([
  [0, 0, 1, 0],
  [2, 0, 1, 1],
  [0, 2, 2, 1],
  [2, 1, 2, 2],
])('criteria met by %d, %d and %d: %d', (a, b, c, expected) => {
  expect(combine(values(a, b, c), clusters, ranges)).toBe(expected);
});

test('an item without a value meets no criterion', () => {
  expect(combine({ ids: ['b'], values: [3] }, clusters, ranges)).toBe(0);
});

const stages = [
  { id: 'first', items: ['a'] },
  { id: 'second', items: ['b'] },
  { id: 'third', items: ['c'] },
];

test.each<['earlier' | 'later', number, number, number, number]>([
  ['later', 3, 1, 2, 1],
  ['later', 1, 2, 3, 3],
  ['later', 3, 3, 1, 2],
  ['earlier', 3, 3, 1, 1],
  ['later', 2, 2, 2, 3],
  ['earlier', 2, 2, 2, 1],
])('with ties going to the %s stage, %d, %d and %d is stage %d', (ties, a, b, c, stage) => {
  expect(combine(values(a, b, c), { name: 'highest-sum', stages, ties }, ranges)).toBe(stage);
});

test('percent of the maximum leaves unanswered items out of both sides', () => {
  expect(combine({ ids: ['c'], values: [2] }, { name: 'percent-of-maximum' }, ranges)).toBe(25);
});

test('the mean of one value is that value', () => {
  expect(mean([2])).toBe(2);
});

const enough: Method = {
  name: 'share-among',
  pairs: [
    ['a', 'b'],
    ['c', 'd'],
  ],
  among: [1],
  having: [2, 3],
};

test.each<[string, readonly string[], readonly number[], number | null]>([
  ['both matter, both have enough', ['a', 'b', 'c', 'd'], [1, 2, 1, 3], 1],
  ['both matter, one has enough', ['a', 'b', 'c', 'd'], [1, 2, 1, 1], 0.5],
  ['one matters, the other is left out', ['a', 'b', 'c', 'd'], [1, 1, 0, 2], 0],
  ['one matters and the other is silent', ['a', 'b', 'c'], [1, 2, 1], 1],
  ['none matters', ['a', 'b', 'c', 'd'], [0, 2, 0, 3], null],
  ['nothing is known of what matters', ['b', 'd'], [2, 3], null],
])('share among pairs: %s', (_, ids, given, expected) => {
  expect(combine({ ids, values: given }, enough, ranges)).toBe(expected);
});
