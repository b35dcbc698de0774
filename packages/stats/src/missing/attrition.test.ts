import { expect, test } from 'vitest';
import { gatherPatterns } from '../moments/index.js';
import { attritionTable } from './attrition.js';
import { completersAndLost } from './completers-and-lost.js';

const people: readonly (readonly [string, readonly (number | null)[]])[] = [
  ['P01', [10, 8, 6]],
  ['P01', [12, null, 9]],
  ['P01', [20, 18, null]],
  ['P01', [22, null, null]],
  ['P02', [null, 5, 4]],
];

function gathered(rows = people) {
  const gatherer = gatherPatterns(3);
  for (const [group, scores] of rows) gatherer.add(group, scores);
  return gatherer.patterns();
}

test('the table says who was seen when, and who also at the start', () => {
  const [first, second] = attritionTable(gathered());
  expect(first).toMatchObject({ group: 'P01', people: 4 });
  expect(first!.cells.map(({ seen, missing }) => [seen, missing])).toEqual([
    [4, 0],
    [2, 2],
    [2, 2],
  ]);
  expect(second!.cells[2]).toEqual({ timepoint: 2, seen: 1, missing: 0, paired: 0, share: 1 });
});

test('completers and lost are compared where they started', () => {
  const found = completersAndLost(gathered(), 2);
  expect(found.completers).toMatchObject({ n: 2, mean: 11 });
  expect(found.lost).toMatchObject({ n: 2, mean: 21 });
  expect(found.rate).toBe(0.5);
  expect(found.difference).toMatchObject({ computable: true, difference: -10 });
});

test('with nobody lost there is no comparison', () => {
  const found = completersAndLost(gathered(people.slice(0, 2)), 2);
  expect(found.difference).toMatchObject({ computable: false });
});

test('nobody at all has no rate', () => {
  expect(completersAndLost([], 1).rate).toBeNull();
});

test.each([0, 3])('timepoint %i is refused', (timepoint) => {
  expect(() => completersAndLost(gathered(), timepoint)).toThrow(RangeError);
});
