import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  millsRatio,
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalLogUpper,
  normalUpper,
} from './normal.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

// Computed to 50 digits with mpmath.
test.each([
  { z: 0, expected: 0.5 },
  { z: 0.5, expected: 0.3085375387259869 },
  { z: 1.96, expected: 0.024997895148220435 },
  { z: 5, expected: 2.866515718791939e-7 },
  { z: 10, expected: 7.619853024160525e-24 },
  { z: 25, expected: 3.056696706382561e-138 },
  { z: 37, expected: 5.725571222524577e-300 },
  { z: -3, expected: 0.9986501019683699 },
])('the normal area above $z is $expected', ({ z, expected }) => {
  expect(off(normalUpper(z), expected)).toBeLessThan(3e-15);
});

test.each([
  { z: -5, expected: -2.866516129637636e-7 },
  { z: 40, expected: -804.6084420137538 },
  { z: 1e5, expected: -5000000012.431864 },
])('the logarithm of the area above $z is $expected', ({ z, expected }) => {
  expect(off(normalLogUpper(z), expected)).toBeLessThan(3e-15);
});

test('lower and upper tails mirror each other and add up to 1', () => {
  fc.assert(
    fc.property(fc.double({ min: -38, max: 38, noNaN: true }), (z) => {
      expect(normalCdf(z)).toBe(normalUpper(-z));
      expect(normalLogCdf(z)).toBe(normalLogUpper(-z));
      expect(normalCdf(z) + normalUpper(z)).toBeCloseTo(1, 15);
    }),
  );
});

test("Mills' ratio lies between its classical bounds", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e8, noNaN: true }), (z) => {
      const ratio = millsRatio(z);
      expect(ratio).toBeGreaterThan((z / (z * z + 1)) * (1 - 1e-14));
      expect(ratio).toBeLessThan((1 / z) * (1 + 1e-14));
    }),
  );
});

test('infinity has no area beyond it', () => {
  expect([normalUpper(Infinity), normalCdf(Infinity), normalDensity(Infinity)]).toEqual([0, 1, 0]);
  expect(normalLogUpper(Infinity)).toBe(-Infinity);
});
