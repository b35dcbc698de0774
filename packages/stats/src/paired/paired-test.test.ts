import { expect, test } from 'vitest';
import { cohenDz } from './cohen-dz.js';
import { pairedTest } from './paired-test.js';

/** Extra hours of sleep, second drug minus first (Student, 1908; R datasets::sleep). */
const sleep = Object.freeze([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);

test('the sleep data give the published paired t test', () => {
  expect(pairedTest(sleep)).toMatchObject({
    computable: true,
    n: 10,
    df: 9,
    t: expect.closeTo(4.062127683382037, 12) as number,
    p: expect.closeTo(0.00283289019738427, 14) as number,
    interval: {
      low: expect.closeTo(0.7001142367230175, 12) as number,
      high: expect.closeTo(2.4598857632769824, 12) as number,
      level: 0.95,
    },
  });
});

test('the sleep data give the published d_z with its noncentral t interval', () => {
  expect(cohenDz(sleep)).toMatchObject({
    computable: true,
    value: expect.closeTo(1.2845575625910546, 12) as number,
    interval: {
      low: expect.closeTo(0.4146277563801435, 9) as number,
      high: expect.closeTo(2.1180165139770675, 9) as number,
    },
  });
});

test.each([
  { changes: [], reason: 'no complete pairs' },
  { changes: [3], reason: 'one complete pair: no variance' },
  { changes: [2, 2, 2], reason: 'all changes identical: zero variance' },
  { changes: [1.3 - 1, 2.3 - 2], reason: 'all changes identical: zero variance' },
])('changes $changes are refused: $reason', ({ changes, reason }) => {
  const refusal = { computable: false, reason, n: changes.length };
  expect(pairedTest(changes)).toEqual(refusal);
  expect(cohenDz(changes)).toEqual(refusal);
});
