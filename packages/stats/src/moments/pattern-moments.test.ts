import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeMoments, describePairedMoments } from './describe-moments.js';
import { gatherPatterns, mergePatterns, type PatternMoments } from './pattern-moments.js';

type Person = { readonly group: string; readonly scores: readonly (number | null)[] };

const person = fc.record({
  group: fc.constantFrom('P01', 'P02'),
  scores: fc.array(fc.option(fc.integer({ min: 0, max: 27 })), { minLength: 3, maxLength: 3 }),
});

function gather(people: readonly Person[]): PatternMoments[] {
  const gatherer = gatherPatterns(3);
  for (const { group, scores } of people) gatherer.add(group, scores);
  return gatherer.patterns();
}

test('people are kept by group and by the timepoints they were seen at', () => {
  const found = gather([
    { group: 'P02', scores: [10, null, 6] },
    { group: 'P01', scores: [8, 7, null] },
    { group: 'P02', scores: [12, null, 4] },
  ]);
  expect(found.map(({ group, pattern, moments }) => [group, pattern, moments.n])).toEqual([
    ['P01', '110', 1],
    ['P02', '101', 2],
  ]);
  expect(describePairedMoments(found[1]!.moments).change.mean).toBe(-6);
});

test('somebody never seen is counted and adds nothing else', () => {
  const [found] = gather([{ group: 'P01', scores: [null, null, null] }]);
  expect(found).toEqual({
    group: 'P01',
    pattern: '000',
    moments: { width: 0, n: 1, sums: [], carries: [] },
  });
});

test('merging parts equals pooling the people, in any order', () => {
  fc.assert(
    fc.property(fc.array(person), fc.array(person), (first, second) => {
      const pooled = gather([...first, ...second]);
      expect(mergePatterns(gather(first), gather(second))).toEqual(pooled);
      expect(mergePatterns(gather(second), gather(first))).toEqual(pooled);
    }),
  );
});

test('relabelling groups relabels the result and nothing else', () => {
  fc.assert(
    fc.property(fc.array(person), (people) => {
      const renamed = gather(people.map((one) => ({ ...one, group: `x-${one.group}` })));
      expect(renamed).toEqual(gather(people).map((one) => ({ ...one, group: `x-${one.group}` })));
    }),
  );
});

test('one seen timepoint is described as its scores are', () => {
  const [found] = gather([
    { group: 'P01', scores: [null, 3, null] },
    { group: 'P01', scores: [null, 5, null] },
  ]);
  expect(describeMoments(found!.moments)).toMatchObject({ n: 2, mean: 4, variance: 2 });
});

test('a person with another number of timepoints is refused', () => {
  expect(() => gatherPatterns(3).add('P01', [1, 2])).toThrow(RangeError);
});
