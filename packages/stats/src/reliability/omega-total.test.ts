import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemMomentsOf } from './item-rows.js';
import { omegaTotal } from './omega-total.js';

const person = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([trait, noise]) => noise.map((extra) => trait + extra));
const people = fc.array(person, { minLength: 12, maxLength: 40 });

test('stretching and shifting every item alike leaves omega as it is', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const plain = omegaTotal(itemMomentsOf(rows).moments);
      const moved = omegaTotal(itemMomentsOf(rows.map((row) => row.map((a) => 3 * a - 7))).moments);
      expect(moved.computable).toBe(plain.computable);
      if (plain.computable && moved.computable) expect(moved.omega).toBeCloseTo(plain.omega, 8);
    }),
    { numRuns: 40 },
  );
});

test('three items determine one factor: nothing is left for chi-square', () => {
  const rows = [
    [5, 3, 4],
    [5, 4, 5],
    [2, 2, 3],
    [5, 4, 4],
    [4, 3, 2],
    [1, 0, 1],
    [4, 4, 4],
  ];
  const found = omegaTotal(itemMomentsOf(rows).moments);
  expect(found).toMatchObject({ df: 0, chiSquare: 0, boundary: false, k: 3, n: 7 });
});
