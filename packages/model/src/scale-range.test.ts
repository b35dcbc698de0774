import { expect, test } from 'vitest';
import { example } from '../fixtures/example.js';
import { scaleRange } from './scale-range.js';
import type { Scale } from './scale.js';

/** The range of a scale over items a, b and c, each 0 to 3, with these fields in place of its own. */
function rangeWith(fields: Partial<Scale>, values = [0, 1, 2, 3]) {
  const json = example();
  json.optionSets['often'] = values.map((value) => ({ value }));
  return scaleRange(json, { ...json.scales[0]!, ...fields });
}

const oneMayBeMissing = { minimumAnswered: 2, fill: 'none', source: 'made-up' } as const;

test.each<{ what: string; fields: Partial<Scale>; range: [number, number] }>([
  { what: 'a sum', fields: {}, range: [0, 9] },
  { what: 'a mean', fields: { method: { name: 'mean' } }, range: [0, 3] },
  { what: 'a capped sum', fields: { method: { name: 'capped-sum', cap: 5 } }, range: [0, 5] },
  {
    what: 'percent of the maximum',
    fields: { method: { name: 'percent-of-maximum' } },
    range: [0, 100],
  },
  {
    what: 'a share among pairs',
    fields: { method: { name: 'share-among', pairs: [['a', 'b']], among: [1], having: [2] } },
    range: [0, 1],
  },
  { what: 'a proportion', fields: { method: { name: 'proportion', values: [3] } }, range: [0, 1] },
  {
    what: 'a count of criteria',
    fields: {
      method: {
        name: 'criteria-count',
        criteria: [{ id: 'k', items: ['a', 'b'], atLeast: 2, needed: 1 }],
      },
    },
    range: [0, 1],
  },
  {
    what: 'a count of halves',
    fields: { method: { name: 'dichotomised-count', counts: { a: [2, 3], b: [0], c: [0] } } },
    range: [0, 3],
  },
  {
    what: 'a stage',
    fields: {
      method: {
        name: 'highest-sum',
        stages: [
          { id: 'one', items: ['a'] },
          { id: 'two', items: ['b', 'c'] },
        ],
        ties: 'later',
      },
    },
    range: [1, 2],
  },
  {
    what: 'weights of both signs',
    fields: { method: { name: 'weighted-sum', weights: { a: 2, b: -1, c: 0.5 }, add: 10 } },
    range: [7, 17.5],
  },
  {
    what: 'a table',
    fields: {
      then: [
        {
          name: 'look-up',
          table: [
            [0, 20, 5],
            [9, 80, null],
          ],
        },
      ],
    },
    range: [20, 80],
  },
  {
    what: 'a sum turned round',
    fields: { then: [{ name: 'linear', multiply: -1, add: 9 }] },
    range: [0, 9],
  },
  {
    what: 'recoded values',
    fields: { recodes: [{ items: ['a'], values: { 0: 100, 1: 50, 2: 25, 3: 0 } }] },
    range: [0, 106],
  },
  { what: 'other scales', fields: { items: [], scales: ['total', 'days'] }, range: [0, 39] },
])('the range of $what is $range', ({ fields, range }) => {
  expect(rangeWith(fields)).toEqual(range);
});

test.each<{ what: string; fields: Partial<Scale>; range: [number, number] }>([
  { what: 'a sum', fields: { missing: oneMayBeMissing }, range: [2, 12] },
  {
    what: 'a sum with an item that may not apply',
    fields: { missing: { ...oneMayBeMissing, minimumAnswered: 3, mayNotApply: ['b'] } },
    range: [2, 12],
  },
  {
    what: 'a sum with an item that may be left blank',
    fields: { missing: { ...oneMayBeMissing, minimumAnswered: 3, maySkip: ['b'] } },
    range: [2, 12],
  },
  {
    what: 'a capped sum',
    fields: { missing: oneMayBeMissing, method: { name: 'capped-sum', cap: 10 } },
    range: [2, 10],
  },
  {
    what: 'a sum of negative weights',
    fields: {
      missing: oneMayBeMissing,
      method: { name: 'weighted-sum', weights: { a: -1, b: -1, c: -1 } },
    },
    range: [-12, -2],
  },
  {
    what: 'a mean',
    fields: { missing: oneMayBeMissing, method: { name: 'mean' } },
    range: [1, 4],
  },
])('values from 1 to 4, one of which may be missing: $what is $range', ({ fields, range }) => {
  expect(rangeWith(fields, [1, 2, 3, 4])).toEqual(range);
});

test('no range is known while an item is unknown', () => {
  expect(rangeWith({ items: ['a', 'x'] })).toBeNull();
});
