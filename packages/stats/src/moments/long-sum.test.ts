import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addExactly, centredSum, productRest } from './long-sum.js';

const whole = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });

/** The two doubles as one exact whole number. */
const exact = (high: number, low: number) => BigInt(high) + BigInt(low);

test('a product and its rest are the exact product', () => {
  fc.assert(
    fc.property(whole, whole, (a, b) => {
      expect(exact(a * b, productRest(a, b))).toBe(BigInt(a) * BigInt(b));
    }),
  );
});

test('sums of products of large whole numbers are exact', () => {
  const pairs = fc.array(fc.tuple(whole, whole), { maxLength: 50 });
  fc.assert(
    fc.property(pairs, (list) => {
      const sums = [0];
      const carries = [0];
      let truth = 0n;
      for (const [a, b] of list) {
        addExactly(sums, carries, 0, a * b, productRest(a, b));
        truth += BigInt(a) * BigInt(b);
      }
      expect(exact(sums[0]!, carries[0]!)).toBe(truth);
    }),
  );
});

// Three scores of 2^30, 2^30 + 1 and 2^30 + 2 have squares about their mean of 2.
test('centring does not lose what a double would lose', () => {
  const scores = [0, 1, 2].map((more) => 2 ** 30 + more);
  const sums = [0, 0];
  const carries = [0, 0];
  for (const score of scores) {
    addExactly(sums, carries, 0, score);
    addExactly(sums, carries, 1, score * score, productRest(score, score));
  }
  const sum = [sums[0]!, carries[0]!] as const;
  expect(centredSum([sums[1]!, carries[1]!], sum, sum, 3)).toBe(2);
});
