import type { Step } from '@waymark/model';
import { expect, test } from 'vitest';
import { throughSteps } from './steps.js';

const table: Step = {
  name: 'look-up',
  table: [
    [4, 21.2, 4.6],
    [5, 25.1, null],
  ],
};

test.each<[number, Step[], object | null]>([
  [5, [], { value: 5 }],
  [5, [{ name: 'linear', multiply: 4, add: -20 }], { value: 0 }],
  [4, [table], { value: 21.2, standardError: 4.6 }],
  [5, [table], { value: 25.1 }],
  [6, [table], null],
  [4.5, [table], null],
  [4.5, [{ name: 'round', decimals: 0 }, table], { value: 25.1 }],
  [2, [{ name: 'linear', multiply: 2, add: 0 }, table], { value: 21.2, standardError: 4.6 }],
  [6, [table, { name: 'linear', multiply: 2, add: 0 }], null],
])('%d through %j is %j', (start, steps, expected) => {
  expect(throughSteps(start, steps)).toEqual(expected);
});

test('without steps the number stays as it is', () => {
  expect(throughSteps(7)).toEqual({ value: 7 });
});

test.each([
  [0.5, 0, 1],
  [1.5, 0, 2],
  [2.5, 0, 3],
  [-0.5, 0, 0],
  [-1.5, 0, -1],
  [2.675, 2, 2.68],
  [1.005, 2, 1.01],
  [2.674, 2, 2.67],
  [46.666666, 1, 46.7],
])('%d to %d decimals is %d: halves go up', (value, decimals, expected) => {
  expect(throughSteps(value, [{ name: 'round', decimals }])!.value).toBeCloseTo(expected, 12);
});
