import { expect, test } from 'vitest';
import { appliesIn, bandOf, isBeyond } from './interpret.js';

test.each<['below' | 'above', boolean, [number, boolean][]]>([
  [
    'below',
    true,
    [
      [2.4, true],
      [2.5, false],
      [2.6, false],
    ],
  ],
  [
    'below',
    false,
    [
      [2.4, true],
      [2.5, true],
      [2.6, false],
    ],
  ],
  [
    'above',
    true,
    [
      [2.4, false],
      [2.5, false],
      [2.6, true],
    ],
  ],
  [
    'above',
    false,
    [
      [2.4, false],
      [2.5, true],
      [2.6, true],
    ],
  ],
])('%s 2.5, strict %s', (side, strict, expected) => {
  const threshold = { side, strict, value: 2.5 };
  expect(expected.map(([value]) => [value, isBeyond(value, threshold)])).toEqual(expected);
});

const bands = [
  { from: 0, to: 4, label: 'low' },
  { from: 5, to: 9, label: 'middle' },
];

test.each([
  [0, 'low'],
  [4, 'low'],
  [5, 'middle'],
  [9, 'middle'],
  [4.5, null],
  [10, null],
  [-1, null],
])('%d lies in the band %s', (value, label) => {
  expect(bandOf(value, { bands })).toBe(label);
});

test.each<[{ [name: string]: string } | undefined, { [name: string]: unknown }, boolean]>([
  [undefined, {}, true],
  [{}, { sex: 'female' }, true],
  [{ sex: 'female' }, { sex: 'female', age: 40 }, true],
  [{ sex: 'female' }, { sex: 'male' }, false],
  [{ sex: 'female' }, {}, false],
])('a rule for %j in the context %j: %s', (when, context, expected) => {
  expect(appliesIn({ when }, context)).toBe(expected);
});
