import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Condition } from './condition.js';
import { holds, itemsOf } from './holds.js';

const answers = { a: 2, b: 0, c: 'skipped' } as const;
const above = (item: string, value: number): Condition => ({ item, is: '>', value });

test.each<[is: '=' | '!=' | '<' | '<=' | '>' | '>=', value: number, expected: boolean]>([
  ['=', 2, true],
  ['=', 1, false],
  ['!=', 1, true],
  ['!=', 2, false],
  ['<', 3, true],
  ['<', 2, false],
  ['<=', 2, true],
  ['<=', 1, false],
  ['>', 1, true],
  ['>', 2, false],
  ['>=', 2, true],
  ['>=', 3, false],
])('an answer of 2 is %s %d: %s', (is, value, expected) => {
  expect(holds({ item: 'a', is, value }, answers)).toBe(expected);
});

test.each<[why: string, condition: Condition, expected: boolean]>([
  ['all hold', { all: [above('a', 1), above('b', -1)] }, true],
  ['one of all does not', { all: [above('a', 1), above('b', 0)] }, false],
  ['one of any holds', { any: [above('a', 1), above('b', 0)] }, true],
  ['none of any holds', { any: [above('a', 2), above('b', 0)] }, false],
  ['not what does not hold', { not: above('b', 0) }, true],
  ['a skipped item compares with nothing', { item: 'c', is: '!=', value: 1 }, false],
  ['an item never asked compares with nothing', { item: 'x', is: '<=', value: 9 }, false],
  ['rules within rules', { all: [{ any: [above('b', 0), { not: above('c', 0) }] }] }, true],
])('%s', (_, condition, expected) => {
  expect(holds(condition, answers)).toBe(expected);
});

const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      item: fc.constantFrom('a', 'b', 'c'),
      is: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
      value: fc.integer({ min: 0, max: 3 }),
    }) as fc.Arbitrary<Condition>,
    fc.record({ not: tie('any') }),
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
  ),
})).any;

test('a rule or its opposite holds, never both', () => {
  fc.assert(
    fc.property(condition, (given) => holds(given, answers) !== holds({ not: given }, answers)),
  );
});

test('only the items a rule names can change it', () => {
  fc.assert(
    fc.property(condition, (given) => {
      const named = Object.fromEntries(
        Object.entries(answers).filter(([id]) => itemsOf(given).includes(id)),
      );
      expect(holds(given, named)).toBe(holds(given, answers));
    }),
  );
});

test('a rule is the same after JSON and the schema', () => {
  fc.assert(
    fc.property(condition, (given) => {
      expect(Condition.parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
    }),
  );
});

test.each([
  {},
  { all: [] },
  { item: 'a', is: '~', value: 1 },
  { item: 'a', is: '=', value: '1' },
  { not: 'a' },
  { item: 'a', is: '=', value: 1, or: true },
])('%j is no rule', (given) => {
  expect(Condition.safeParse(given).success).toBe(false);
});
