import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attackFacts } from './attack-facts.js';
import { atLeastAsMany, shownMean, shownPercentage, shownSum } from './facts.js';
import { showCount, suppressFacts } from './suppress-facts.js';

const one = (count: string) => ({ name: count, terms: [{ count, weight: 1 }] });

test('a percentage of a known total gives the count away', () => {
  const facts = [
    ...shownSum(['a', 'b'], 60),
    ...shownPercentage(['a'], ['a', 'b'], { value: 6.7, decimals: 1 }),
  ];
  expect(attackFacts(facts, [one('a')])).toEqual([{ name: 'a', low: 4, high: 4, exact: true }]);
});

test('means and their common mean give the counts away', () => {
  const facts = [
    ...shownMean('sum a', 'a', { value: 10, decimals: 2 }),
    ...shownMean('sum b', 'b', { value: 14, decimals: 2 }),
    ...shownSum(['a', 'b'], 40),
    ...shownSum(['sum a', 'sum b'], 528),
  ];
  expect(attackFacts(facts, [one('a')])).toEqual([{ name: 'a', low: 8, high: 8, exact: true }]);
});

test('a mean with many decimals gives its count away alone', () => {
  const facts = [
    ...shownMean('sum', 'n', { value: 3.142857, decimals: 6 }),
    { terms: [{ count: 'n', weight: 1 }], low: 1, high: 10 },
  ];
  expect(attackFacts(facts, [one('n')])).toMatchObject([{ low: 7, high: 7 }]);
});

test('facts that cannot all be true are found out', () => {
  expect(
    attackFacts([...shownSum(['a'], 3), ...shownSum(['a', 'b'], 2)], [one('a')]),
  ).toBeUndefined();
});

test('a count nothing limits has no upper end', () => {
  expect(attackFacts([], [one('a')])).toEqual([{ name: 'a', low: 0, high: Infinity, exact: true }]);
});

test('a small count is withheld with its percentage and one more', () => {
  const found = suppressFacts({
    statements: [
      showCount('a', 4),
      showCount('b', 56),
      { id: 'total', facts: shownSum(['a', 'b'], 60), loss: 5 },
      { id: 'percent a', facts: shownPercentage(['a'], ['a', 'b'], { value: 6.7, decimals: 1 }) },
    ],
    sensitive: [{ ...one('a'), value: 4 }],
  });
  if (!found.computable) throw new Error(found.reason);
  expect(found.hidden).toEqual(['a', 'b', 'percent a']);
  expect(found.shown).toEqual(['total']);
  // Both are hidden, and zeros would be shown.
  expect(found.intervals).toEqual([{ name: 'a', low: 1, high: 59, exact: true }]);
});

test('three newcomers between two releases are protected', () => {
  const newcomers = {
    name: 'newcomers',
    terms: [
      { count: 'later', weight: 1 },
      { count: 'earlier', weight: -1 },
    ],
    value: 3,
  };
  const found = suppressFacts({
    statements: [{ ...showCount('earlier', 25), loss: Infinity }, showCount('later', 28)],
    sensitive: [newcomers],
    knowledge: atLeastAsMany(['earlier'], ['later']),
  });
  expect(found).toMatchObject({ computable: true, hidden: ['later'], shown: ['earlier'] });
});

test('what is already out cannot be taken back', () => {
  const found = suppressFacts({
    statements: [{ ...showCount('a', 4), loss: Infinity }],
    sensitive: [{ ...one('a'), value: 4 }],
  });
  expect(found).toMatchObject({
    computable: false,
    reason: 'what is already published discloses a small count',
  });
});

test('statements that contradict each other are refused', () => {
  const statements = [showCount('a', 4), { id: 'all', facts: shownSum(['a', 'b'], 3) }];
  expect(() => suppressFacts({ statements, sensitive: [] })).toThrow(RangeError);
});

test('when no count is small everything is shown', () => {
  const found = suppressFacts({
    statements: [showCount('a', 14), showCount('b', 0)],
    sensitive: [
      { ...one('a'), value: 14 },
      { ...one('b'), value: 0 },
    ],
  });
  expect(found).toMatchObject({ hidden: [], loss: 0, leastLoss: true });
});

test('no small count of two releases with percentages can be told', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 3 });
  const more = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(counts, more, (first, added) => {
      const names = ['a', 'b', 'c'];
      const later = first.map((value, i) => value + added[i]!);
      const release = (values: readonly number[], when: string) => {
        const all = names.map((name) => `${name} ${when}`);
        const sum = values.reduce((a, b) => a + b, 0);
        const percent = Math.round((1000 * values[0]!) / Math.max(sum, 1)) / 10;
        const shown = values.map((value, i) => showCount(all[i]!, value));
        return [
          ...shown,
          { id: `total ${when}`, facts: shownSum(all, sum) },
          {
            id: `percent ${when}`,
            facts: shownPercentage([all[0]!], all, { value: percent, decimals: 1 }),
          },
        ];
      };
      const sensitive = names.flatMap((name, i) => [
        { ...one(`${name} 1`), value: first[i]! },
        { ...one(`${name} 2`), value: later[i]! },
        {
          name: `${name} new`,
          terms: [
            { count: `${name} 2`, weight: 1 },
            { count: `${name} 1`, weight: -1 },
          ],
          value: added[i]!,
        },
      ]);
      const found = suppressFacts({
        statements: [...release(first, '1'), ...release(later, '2')],
        sensitive,
        knowledge: names.flatMap((name) => atLeastAsMany([`${name} 1`], [`${name} 2`])),
      });
      if (!found.computable) throw new Error(found.reason);
      for (const { name, low, high } of found.intervals) {
        const { value } = sensitive.find((one) => one.name === name)!;
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(11);
      }
    }),
    { numRuns: 8 },
  );
});
