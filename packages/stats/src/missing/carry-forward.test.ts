import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryForward } from './carry-forward.js';

test('the last score is carried forward, never backward, and the label goes with it', () => {
  expect(carryForward([[null, 4, null, 2, null]])).toEqual({
    rows: [[null, 4, 4, 2, 2]],
    carried: 2,
    label: 'sensitivity analysis only: last observation carried forward',
  });
});

test('complete rows stay as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer())), (rows) => {
      expect(carryForward(rows)).toMatchObject({ rows, carried: 0 });
    }),
  );
});
