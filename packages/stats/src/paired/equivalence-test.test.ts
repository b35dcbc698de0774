import { expect, test } from 'vitest';
import { equivalenceTest } from './equivalence-test.js';
import { pairedTest } from './paired-test.js';
import { sampleSummary } from './sample-summary.js';

const sleep = sampleSummary([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);

// R: t.test(sleep, mu = -1, alternative = "greater"), t.test(sleep, mu = 1, alternative = "less")
test('the sleep data are not within one hour of no change', () => {
  expect(equivalenceTest(sleep, { low: -1, high: 1 })).toMatchObject({
    df: 9,
    tLow: expect.closeTo(6.633094571598516, 11) as number,
    pLow: expect.closeTo(4.7785956955468295e-5, 15) as number,
    tHigh: expect.closeTo(1.4911607951655579, 12) as number,
    pHigh: expect.closeTo(0.9149441145512887, 12) as number,
    p: expect.closeTo(0.9149441145512887, 12) as number,
  });
});

test('p is at most alpha exactly when the 90 % interval lies inside the bounds', () => {
  const changes = [0.4, -0.2, 0.1, 0.5, -0.6, 0.3, 0, -0.1];
  const interval = pairedTest(changes, { level: 0.9 });
  if (!interval.computable) throw new Error('eight changes are enough');
  const high = Math.max(interval.interval.high, -interval.interval.low);
  const at = (bound: number) => {
    const test = equivalenceTest(sampleSummary(changes), { low: -bound, high: bound });
    return test.computable ? test.p : null;
  };
  expect(at(high)).toBeCloseTo(0.05, 12);
  expect(at(high * 1.01)).toBeLessThan(0.05);
});

test('too few changes are refused, and bounds must be in order', () => {
  expect(equivalenceTest(sampleSummary([1]), { low: -1, high: 1 })).toMatchObject({
    computable: false,
  });
  expect(() => equivalenceTest(sleep, { low: 1, high: -1 })).toThrow('requires low < high');
});
