import { expect, test } from 'vitest';
import { jointCountsOf } from '../moments/index.js';
import { countDirections, countResponders } from './responders.js';

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
