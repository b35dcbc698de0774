import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRoot } from './find-root.js';
import { pairedPower, pairedSampleSize, smallestDetectableDz } from './paired-power.js';
import { smallestDetectableD, twoSamplePower, twoSampleSize } from './two-sample-power.js';

// R: power.t.test(strict = TRUE)
test.each([
  { effect: 0.2, power: 0.8, pairs: 198.15082095423944, group: 393.40569501947397 },
  { effect: 0.5, power: 0.8, pairs: 33.36712895332024, group: 63.76561019094189 },
  { effect: 0.8, power: 0.9, pairs: 18.44622608178792, group: 33.82554232390943 },
])('an effect of $effect is found with power $power by $pairs pairs', (row) => {
  const { effect, power, pairs, group } = row;
  expect(pairedSampleSize(effect, { power })).toMatchObject({
    n: Math.ceil(pairs),
    exactN: expect.closeTo(pairs, 8) as number,
  });
  expect(twoSampleSize(effect, { power })).toMatchObject({
    n: Math.ceil(group),
    exactN: expect.closeTo(group, 8) as number,
  });
});

// R: power.t.test(n, delta = 0.4, type = "paired", strict = TRUE)$power
test.each([
  { n: 15, expected: 0.3031649284632727 },
  { n: 40, expected: 0.693986389301258 },
  { n: 100, expected: 0.9773007535019136 },
])('$n pairs find 0.4 with power $expected', ({ n, expected }) => {
  expect(pairedPower(n, 0.4)).toMatchObject({ power: expect.closeTo(expected, 11) as number });
});

const sizes = fc.integer({ min: 3, max: 2000 });
const powers = fc.double({ min: 0.1, max: 0.99, noNaN: true });

test('the smallest detectable effect is found with just that power, by pairs or groups', () => {
  fc.assert(
    fc.property(sizes, powers, (n, power) => {
      const pairs = smallestDetectableDz(n, { power });
      const groups = smallestDetectableD(n, { power });
      if (!pairs.computable || !groups.computable) throw new Error('three are enough');
      expect(pairedPower(n, pairs.effect)).toMatchObject({
        power: expect.closeTo(power, 10) as number,
      });
      expect(twoSamplePower(n, -groups.effect)).toMatchObject({
        power: expect.closeTo(power, 10) as number,
      });
    }),
    { numRuns: 25 },
  );
});

test('an effect of zero is found as often as alpha says, and never with more power', () => {
  expect(pairedPower(20, 0, { alpha: 0.1 })).toMatchObject({
    power: expect.closeTo(0.1, 12) as number,
  });
  expect(pairedSampleSize(0)).toMatchObject({ computable: false, n: 0 });
  expect(twoSampleSize(0)).toMatchObject({ computable: false, n: 0 });
});

test('an effect beyond all doubt needs two people', () => {
  expect(pairedSampleSize(500)).toMatchObject({ n: 2, exactN: 2 });
});

test('one person has no power', () => {
  expect(pairedPower(1, 0.5)).toMatchObject({ computable: false, n: 1 });
  expect(smallestDetectableDz(1)).toMatchObject({ computable: false, n: 1 });
  expect(twoSamplePower(1, 0.5)).toMatchObject({ computable: false, n: 1 });
  expect(smallestDetectableD(0)).toMatchObject({ computable: false, n: 0 });
});

test('alpha and power must be chances, power the larger one', () => {
  expect(() => pairedPower(9, 1, { alpha: 0 })).toThrow('pairedPower requires 0 < alpha < 1');
  expect(() => pairedSampleSize(1, { power: 0.01 })).toThrow('requires alpha < power < 1');
});

test('a crossing is found to the last digits, in a curve and at a bend', () => {
  expect(findRoot((x) => x ** 3 - 2, 0, 2)).toBeCloseTo(Math.cbrt(2), 15);
  expect(findRoot((x) => Math.atan(1e6 * (x - 0.3)), 0, 1)).toBeCloseTo(0.3, 15);
  expect(findRoot((x) => Math.max(-1, Math.min(1, 1e9 * (x - 0.7))), 0, 1)).toBeCloseTo(0.7, 15);
});
