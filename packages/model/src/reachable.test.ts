import { expect, test } from 'vitest';
import type { Condition } from './condition.js';
import type { Instrument } from './instrument.js';
import { reachable } from './reachable.js';

const yesNo = { yes: [{ value: 1 }, { value: 2 }, { missing: 'not-applicable' }] };
const instrument = {
  optionSets: yesNo,
  items: [
    { id: 'a', number: '1', kind: 'options', options: 'yes' },
    { id: 'b', number: '2', kind: 'options', options: 'yes' },
    { id: 'days', number: '3', kind: 'count', minimum: 0, maximum: 30 },
  ],
} as unknown as Instrument;

test.each<[Condition, boolean, boolean]>([
  [{ item: 'a', is: '=', value: 1 }, true, true],
  [{ item: 'a', is: '=', value: 3 }, false, true],
  [{ item: 'days', is: '>', value: 30 }, false, true],
  [{ item: 'days', is: '>=', value: 0 }, true, true],
  [
    {
      all: [
        { item: 'a', is: '=', value: 1 },
        { item: 'a', is: '=', value: 2 },
      ],
    },
    false,
    true,
  ],
  [
    { any: [{ item: 'a', is: '=', value: 1 }, { not: { item: 'a', is: '=', value: 1 } }] },
    true,
    false,
  ],
  [
    {
      all: [
        { item: 'a', is: '=', value: 1 },
        { item: 'b', is: '<', value: 2 },
      ],
    },
    true,
    true,
  ],
])('%j can hold: %j, can fail: %j', (condition, canHold, canFail) => {
  expect(reachable(condition, instrument)).toEqual({ canHold, canFail });
});

test('a rule over too many combinations is left alone', () => {
  const many = Array.from({ length: 5 }, (_, i) => ({
    id: `d${i}`,
    number: `${i}`,
    kind: 'count',
    minimum: 0,
    maximum: 30,
  }));
  const rule: Condition = { all: many.map(({ id }) => ({ item: id, is: '=', value: 99 })) };
  expect(reachable(rule, { optionSets: {}, items: many } as unknown as Instrument)).toBeNull();
});
