import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jointCountsOf } from '../moments/index.js';
import {
  classifyClinicalChange,
  countClinicalChange,
  countReliableChange,
} from './clinical-change.js';
import { cutOffs } from './cut-offs.js';
import { countDirections, countResponders } from './responders.js';

const indexOf = (before: number, after: number) => after - before;
const lower = { indexOf, direction: -1, critical: 5, cutOff: 10 } as const;

test.each([
  { before: 15, after: 9, outcome: 'recovered' },
  { before: 20, after: 12, outcome: 'improved' },
  { before: 15, after: 10, outcome: 'unchanged' },
  { before: 16, after: 10, outcome: 'improved' },
  { before: 9, after: 3, outcome: 'improved' },
  { before: 12, after: 18, outcome: 'deteriorated' },
  { before: 9, after: 15, outcome: 'harmed' },
  { before: 10, after: 16, outcome: 'deteriorated' },
])('from $before to $after with a cut-off of 10 is $outcome', ({ before, after, outcome }) => {
  expect(classifyClinicalChange({ before, after }, lower)).toBe(outcome);
});

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 27 })));

test('counting from joint counts equals naming person by person', () => {
  fc.assert(
    fc.property(pairs, (people) => {
      const counts = countClinicalChange(jointCountsOf(people), lower);
      const harmed = people.filter(
        ([before, after]) => classifyClinicalChange({ before, after }, lower) === 'harmed',
      );
      expect(counts.harmed).toBe(harmed.length);
      expect(counts.n).toBe(people.length);
    }),
  );
});

test('turning the scale round swaps better and worse', () => {
  fc.assert(
    fc.property(pairs, (people) => {
      const turned = people.map(([before, after]) => [27 - before, 27 - after] as const);
      expect(countReliableChange(jointCountsOf(turned), { ...lower, direction: 1 })).toEqual(
        countReliableChange(jointCountsOf(people), lower),
      );
    }),
  );
});

// Jacobson and Truax 1991: clinical 52.5 (7.5), functional 60 (7.5).
test('the cut-offs are those of the formulas', () => {
  const found = cutOffs({
    clinical: { mean: 40, sd: 7.5 },
    functional: { mean: 60, sd: 7.5 },
    direction: 1,
  });
  expect(found).toEqual({ a: 55, b: 45, bClinicalSd: 45, c: 50 });
});

test('without norms there is only cut-off a', () => {
  expect(cutOffs({ clinical: { mean: 40, sd: 5 }, direction: -1 })).toEqual({
    a: 30,
    b: null,
    bClinicalSd: null,
    c: null,
  });
});

test('a change of exactly the smallest important one counts', () => {
  const rule = { smallestImportantChange: 5, direction: -1 } as const;
  const counts = jointCountsOf([
    [15, 10],
    [15, 11],
    [10, 15],
    [9, 9],
  ]);
  expect(countResponders(counts, rule)).toEqual({ improved: 1, between: 2, worse: 1, n: 4 });
});

test('rounding does not deny a change of three tenths', () => {
  const counts = jointCountsOf([[3, 3.3]]);
  const rule = { smallestImportantChange: 0.3, direction: 1 } as const;
  expect(3.3 - 3).toBeLessThan(0.3);
  expect(countResponders(counts, rule).improved).toBe(1);
  expect(countResponders(counts, { ...rule, tolerance: 0 }).improved).toBe(0);
});

test('the sign of change alone is counted', () => {
  const counts = jointCountsOf([
    [15, 10],
    [9, 9],
    [3, 4],
  ]);
  expect(countDirections(counts, -1)).toEqual({ better: 1, same: 1, worse: 1, n: 3 });
});

test('a smallest important change of nothing is refused', () => {
  expect(() => countResponders([], { smallestImportantChange: 0, direction: 1 })).toThrow(
    RangeError,
  );
});
