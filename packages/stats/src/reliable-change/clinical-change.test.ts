import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jointCountsOf } from '../moments/index.js';
import {
  classifyClinicalChange,
  countClinicalChange,
  countReliableChange,
} from './clinical-change.js';

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
