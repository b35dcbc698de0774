import { expect, test } from 'vitest';
import { pairedMomentsOf } from '../moments/index.js';
import { adjustedMeans } from './adjusted-means.js';

// By hand: within slope (2 + 2) / (2 + 2) = 1; grand mean before 3.
const group = (name: string, pairs: readonly (readonly [number, number])[]) => ({
  group: name,
  moments: pairedMomentsOf(pairs),
});
const groups = [
  group('P01', [
    [1, 4],
    [2, 5.5],
    [3, 6],
  ]),
  group('P02', [
    [3, 9],
    [4, 9.5],
    [5, 11],
  ]),
];

test('means are compared where everybody together started', () => {
  const found = adjustedMeans(groups);
  if (!found.computable) throw new Error(found.reason);
  expect(found).toMatchObject({ slope: 1, meanBefore: 3, df: 3, n: 6 });
  expect(found.groups.map(({ estimate }) => estimate)).toEqual([31 / 6 + 1, 29.5 / 3 - 1]);
});

test('a group without pairs is left out', () => {
  const found = adjustedMeans([...groups, group('P03', [])]);
  expect(found.computable && found.groups.map(({ group }) => group)).toEqual(['P01', 'P02']);
});

test.each([
  { what: 'too few pairs', groups: [group('P01', [[1, 2]])] },
  {
    what: 'equal scores before',
    groups: [
      group('P01', [
        [1, 2],
        [1, 3],
        [1, 4],
      ]),
    ],
  },
  {
    what: 'scores on one line',
    groups: [
      group('P01', [
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    ],
  },
])('$what are refused', ({ groups }) => {
  expect(adjustedMeans(groups).computable).toBe(false);
});
