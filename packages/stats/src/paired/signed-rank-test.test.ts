import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signTest } from './sign-test.js';
import { signedRankExact, signedRankExactFromCounts } from './signed-rank-exact.js';
import { signedRankTest, signedRankTestFromCounts } from './signed-rank-test.js';

/** Changes of ten people, one of them zero (Student, 1908; R datasets::sleep). */
const sleep = Object.freeze([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);

// R: wilcox.test(sleep, exact = FALSE), coin::wilcoxsign_test(..., distribution = "exact")
test('the sleep data give what R prints, zeros dropped', () => {
  expect(signedRankTest(sleep)).toMatchObject({
    n: 10,
    zeros: 1,
    used: 9,
    up: 45,
    down: 0,
    ties: true,
    rankBiserial: 1,
    z: expect.closeTo(2.6679112502793854, 12) as number,
    p: expect.closeTo(0.0076324416482055155, 14) as number,
    pCorrected: expect.closeTo(0.009090698015925056, 14) as number,
  });
  expect(signedRankExact(sleep)).toMatchObject({ used: 9, up: 45, p: 2 / 512 });
});

test('the sleep data give what R prints, zeros ranked first', () => {
  expect(signedRankTest(sleep, { zeroRule: 'ranked' })).toMatchObject({
    up: 54,
    z: expect.closeTo(2.7574717744160924, 12) as number,
    p: expect.closeTo(0.005825024199461524, 14) as number,
  });
  expect(signedRankExact(sleep, { zeroRule: 'ranked' })).toMatchObject({ up: 54, p: 2 / 512 });
});

/** Twice the smaller tail of the rank sum over all ways the signs can fall. */
function byEnumeration(changes: readonly number[]): number {
  const sizes = changes.filter((change) => change !== 0).map(Math.abs);
  const rank = (size: number) =>
    sizes.filter((other) => other < size).length +
    (sizes.filter((other) => other === size).length + 1) / 2;
  const sum = (isUp: (i: number) => boolean) =>
    sizes.reduce((total, size, i) => total + (isUp(i) ? rank(size) : 0), 0);
  const kept = changes.filter((change) => change !== 0);
  const seen = sum((i) => kept[i]! > 0);
  let low = 0;
  let high = 0;
  for (let signs = 0; signs < 2 ** sizes.length; signs++) {
    const value = sum((i) => ((signs >> i) & 1) === 1);
    if (value <= seen) low++;
    if (value >= seen) high++;
  }
  return Math.min(1, (2 * Math.min(low, high)) / 2 ** sizes.length);
}

const changes = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 8 });

test('the exact p is that of writing out all signs, ties or not', () => {
  fc.assert(
    fc.property(changes, (values) => {
      fc.pre(values.some((value) => value !== 0));
      expect(signedRankExact(values)).toMatchObject({
        p: expect.closeTo(byEnumeration(values), 13) as number,
      });
    }),
    { numRuns: 60 },
  );
});

test('order and unit do not matter, and turning the scores around swaps the rank sums', () => {
  fc.assert(
    fc.property(changes, (values) => {
      const plain = signedRankTest(values);
      expect(signedRankTest([...values].reverse().map((value) => 7 * value))).toEqual(plain);
      const turned = signedRankTest(values.map((value) => -value));
      if (!plain.computable || !turned.computable) return;
      expect([turned.up, turned.down]).toEqual([plain.down, plain.up]);
      expect(turned.p).toBe(plain.p);
      expect(turned.rankBiserial + plain.rankBiserial).toBe(0);
    }),
  );
});

test('counts of changes give the same as the changes', () => {
  const counts = [
    { value: -1, count: 3 },
    { value: 0, count: 2 },
    { value: 2, count: 5 },
  ];
  const written = [-1, -1, -1, 0, 0, 2, 2, 2, 2, 2];
  expect(signedRankTestFromCounts(counts)).toEqual(signedRankTest(written));
  expect(signedRankExactFromCounts(counts)).toEqual(signedRankExact(written));
});

test.each([
  { values: [], reason: 'no complete pairs' },
  { values: [0, 0], reason: 'no change differs from zero' },
])('changes $values are refused: $reason', ({ values, reason }) => {
  const refusal = { computable: false, reason, n: values.length };
  expect(signedRankTest(values)).toEqual(refusal);
  expect(signedRankExact(values)).toEqual(refusal);
});

test('counting out is refused for more people than a page should wait for', () => {
  const many = Array.from({ length: 1001 }, (_, i) => i - 300.5);
  expect(signedRankExact(many)).toMatchObject({ computable: false, n: 1001 });
});

// R: binom.test(9, 9), binom.test(11, 29), binom.test(3, 6)
test.each([
  { increased: 9, decreased: 0, p: 0.00390625 },
  { increased: 18, decreased: 11, p: 0.2649308964610102 },
  { increased: 3, decreased: 3, p: 1 },
])('$increased increases against $decreased decreases have p $p', (row) => {
  expect(signTest(row)).toMatchObject({ p: expect.closeTo(row.p, 13) as number });
});

test('without any change there is no sign test', () => {
  expect(signTest({ increased: 0, decreased: 0 })).toMatchObject({ computable: false, n: 0 });
});
