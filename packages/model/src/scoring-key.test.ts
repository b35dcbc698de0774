import { expect, test } from 'vitest';
import { example, frozen } from '../fixtures/example.js';
import type { Item } from './item.js';
import { itemRange, itemValues, scoringKey } from './scoring-key.js';

const definition = frozen(example());

test('holds the range of every item and what scores every scale, and no more', () => {
  const key = scoringKey(definition);
  expect(key.ranges).toEqual({ a: [0, 3], b: [0, 3], c: [0, 3], d: [0, 1], days: [0, 30] });
  expect(key.scales.map((scale) => Object.keys(scale))).toEqual([
    ['id', 'items', 'reversed', 'method', 'missing'],
    ['id', 'items', 'reversed', 'method', 'missing'],
    ['id', 'items', 'reversed', 'recodes', 'method', 'then', 'missing'],
    ['id', 'items', 'scales', 'reversed', 'method', 'missing'],
  ]);
});

test('is the same after JSON', () => {
  const key = scoringKey(definition);
  expect(JSON.parse(JSON.stringify(key))).toEqual(key);
});

const sets = { mixed: [{ value: 3 }, { missing: 'not-applicable' }, { value: -1 }] } as const;
const named = { id: 'x', number: '1' };

test.each<[Item, number[], [number, number] | null]>([
  [{ ...named, kind: 'options', options: 'mixed' }, [-1, 3], [-1, 3]],
  [{ ...named, kind: 'options', options: 'unknown' }, [], null],
  [{ ...named, kind: 'options', options: 'toString' }, [], null],
  [{ ...named, kind: 'count', minimum: 2, maximum: 5 }, [2, 3, 4, 5], [2, 5]],
])('%j can have the values %j', (item, values, range) => {
  expect(itemValues(item, sets)).toEqual(values);
  expect(itemRange(item, sets)).toEqual(range);
});

test('needs an instrument that was checked', () => {
  const unchecked = { ...definition, optionSets: {} };
  expect(() => scoringKey(unchecked)).toThrow(
    new TypeError('scoringKey requires an instrument that parseInstrument accepted'),
  );
});
