import { expect, test } from 'vitest';
import {
  classifyIndex,
  classifyReliableChange,
  reliableChangeIndex,
  reliableChangeThreshold,
} from './jacobson-truax.js';

// Jacobson and Truax 1991: 32.5 before, 47.5 after, sd 7.5, reliability .80 gives 3.16.
const example = { before: 32.5, after: 47.5, sd: 7.5, reliability: 0.8 };

test('the worked example of Jacobson and Truax has the index they print', () => {
  const found = reliableChangeIndex(example);
  expect(found).toMatchObject({ computable: true, change: 15 });
  expect(found.computable && found.index).toBeCloseTo(3.16, 2);
});

test('the threshold is 1.96 errors of the difference', () => {
  expect(reliableChangeThreshold({ sd: 5.2, reliability: 0.86 })).toBeCloseTo(
    5.393099472474063,
    12,
  );
});

test.each([
  { direction: 1, outcome: 'improved' },
  { direction: -1, outcome: 'worse' },
] as const)('a rise with direction $direction is $outcome', ({ direction, outcome }) => {
  expect(classifyReliableChange({ ...example, direction })).toMatchObject({ outcome });
});

test.each([
  { index: 1.96, outcome: 'no reliable change' },
  { index: 1.9600000001, outcome: 'improved' },
  { index: -1.96, outcome: 'no reliable change' },
  { index: -1.9600000001, outcome: 'worse' },
])('an index of $index is $outcome', ({ index, outcome }) => {
  expect(classifyIndex(index, 1)).toBe(outcome);
});

test('without measurement error there is no index', () => {
  expect(reliableChangeIndex({ ...example, reliability: 1 })).toMatchObject({ computable: false });
});
