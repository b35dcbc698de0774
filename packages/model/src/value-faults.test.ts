import { expect, test } from 'vitest';
import { changed, example } from '../fixtures/example.js';
import type { Fault } from './fault.js';
import { parseInstrument } from './instrument.js';

function faultsOf(value: unknown): Fault[] {
  const checked = parseInstrument(value);
  return checked.ok ? [] : checked.faults;
}

const shareAmong = (changes: object) => ({
  name: 'share-among',
  pairs: [['a', 'b']],
  among: [1],
  having: [2, 3],
  ...changes,
});

test.each([
  [
    { pairs: [['a', 'days']] },
    'scales[0].method.pairs[0][1]',
    'must name an item of this scale, not "days"',
  ],
  [{}, 'scales[0].missing.fill', 'must be none: a mean cannot stand for a yes or no'],
])('refuses a share among pairs with %j', (changes, path, rule) => {
  const faults = faultsOf(changed(example(), 'scales[0].method', shareAmong(changes)));
  expect(faults).toContainEqual({ path, rule, found: 'string' });
});

const counting: [why: string, method: object, path: string, rule: string][] = [
  [
    'a value an item does not have',
    { name: 'dichotomised-count', counts: { a: [2, 4] } },
    'method.counts.a[1]',
    'must be a value "a" can have',
  ],
  [
    'a share of a value no item has',
    { name: 'proportion', values: [9] },
    'method.values[0]',
    'must be a value an item can have',
  ],
  [
    'a share among a value no first item has',
    shareAmong({ among: [7] }),
    'method.among[0]',
    'must be a value a first item can have',
  ],
  [
    'a share of a value no second item has',
    shareAmong({ having: [2, 7] }),
    'method.having[1]',
    'must be a value a second item can have',
  ],
  [
    'a criterion that needs more items than it has',
    {
      name: 'criteria-count',
      criteria: [{ id: 'k', items: ['a', 'b'], atLeast: 2, needed: 3 }],
    },
    'method.criteria[0].needed',
    'must be 1 to 2, the items that can be 2 or more',
  ],
  [
    'a criterion beyond every value',
    { name: 'criteria-count', criteria: [{ id: 'k', items: ['a'], atLeast: 4, needed: 1 }] },
    'method.criteria[0].needed',
    'must be 1 to 0, the items that can be 4 or more',
  ],
];

test.each(counting)('refuses %s', (_, method, path, rule) => {
  expect(faultsOf(changed(example(), 'scales[0].method', method))).toContainEqual({
    path: `scales[0].${path}`,
    rule,
    found: 'number',
  });
});
