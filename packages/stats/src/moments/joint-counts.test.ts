import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeCounts,
  gatherJointCounts,
  jointCountsOf,
  mergeJointCounts,
} from './joint-counts.js';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })));

test('equal pairs are counted together and sorted', () => {
  expect(
    jointCountsOf([
      [3, 1],
      [0, 2],
      [3, 1],
    ]),
  ).toEqual([
    { before: 0, after: 2, count: 1 },
    { before: 3, after: 1, count: 2 },
  ]);
});

test('changes of the same size are counted together', () => {
  const counts = jointCountsOf([
    [3, 1],
    [4, 2],
    [0, 1],
  ]);
  expect(changeCounts(counts)).toEqual([
    { value: -2, count: 2 },
    { value: 1, count: 1 },
  ]);
});

test('merging tables equals counting the pooled pairs, in any order', () => {
  fc.assert(
    fc.property(pairs, pairs, (first, second) => {
      const pooled = jointCountsOf([...first, ...second]);
      expect(mergeJointCounts(jointCountsOf(first), jointCountsOf(second))).toEqual(pooled);
      expect(mergeJointCounts(jointCountsOf(second), jointCountsOf(first))).toEqual(pooled);
    }),
  );
});

test('counting nobody leaves no row', () => {
  const gatherer = gatherJointCounts();
  gatherer.add(1, 2, 0);
  expect(gatherer.counts()).toEqual([]);
});

test.each([
  { before: Number.NaN, after: 1, count: 1 },
  { before: 1, after: 1, count: -1 },
  { before: 1, after: 1, count: 0.5 },
])('$count people from $before to $after are refused', ({ before, after, count }) => {
  expect(() => gatherJointCounts().add(before, after, count)).toThrow(RangeError);
});
