import { expect, test } from 'vitest';
import { changesOf, completePairs } from './complete-pairs.js';
import { describeChange } from './describe-change.js';
import { pairedSummary } from './paired-summary.js';

test('only people with both values make a pair', () => {
  const before = Object.freeze([3, null, 5, 4]);
  const after = Object.freeze([4, 2, null, 4]);
  expect(completePairs(before, after)).toEqual({
    pairs: [
      [3, 4],
      [4, 4],
    ],
    nBefore: 3,
    nAfter: 3,
    followUpRate: 2 / 3,
  });
});

test('without a baseline there is no follow-up rate', () => {
  expect(completePairs([null], [4])).toMatchObject({ pairs: [], nAfter: 1, followUpRate: null });
  expect(() => completePairs([1], [])).toThrow('completePairs requires as many values');
});

test('changes are follow-up minus baseline, counted by direction', () => {
  const pairs = [
    [3, 5],
    [5, 3],
    [4, 4],
    [1, 2],
  ] as const;
  expect(changesOf(pairs)).toEqual([2, -2, 0, 1]);
  expect(describeChange(pairs)).toEqual({
    n: 4,
    increased: 2,
    decreased: 1,
    same: 1,
    medianChange: 0.5,
  });
  expect(describeChange([]).medianChange).toBeNull();
});

test('a summary of pairs knows both timepoints, the change and the correlation', () => {
  const summary = pairedSummary([
    [1, 2],
    [2, 4],
    [3, 6],
  ]);
  expect(summary.before).toEqual({ n: 3, mean: 2, sd: 1 });
  expect(summary.after).toEqual({ n: 3, mean: 4, sd: 2 });
  expect(summary.change).toEqual({ n: 3, mean: 2, sd: 1 });
  expect(summary.correlation).toBeCloseTo(1, 14);
});

test('there is no correlation where a timepoint never varies or one pair stands alone', () => {
  expect(
    pairedSummary([
      [1, 2],
      [1, 5],
    ]).correlation,
  ).toBeNull();
  expect(pairedSummary([[1, 2]]).correlation).toBeNull();
});
