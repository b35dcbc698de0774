import fc from 'fast-check';
import { expect, test } from 'vitest';

import { gamma, logGamma, stirlingError } from './log-gamma.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

// Computed to 50 digits with mpmath.
test.each([
  { x: 1e-10, expected: 23.025850929882736 },
  { x: 0.1, expected: 2.252712651734206 },
  { x: 0.9999999, expected: 5.772157468444193e-8 },
  { x: 1.5, expected: -0.12078223763524522 },
  { x: 2.0000001, expected: 4.227843666532498e-8 },
  { x: 3.7, expected: 1.428072326665388 },
  { x: 9.99, expected: 12.779315214350193 },
  { x: 10, expected: 12.801827480081469 },
  { x: 123.456, expected: 469.6055471299295 },
  { x: 1e6, expected: 12815504.569147611 },
  { x: 1e300, expected: 6.897755278982137e302 },
])('logGamma($x) is $expected', ({ x, expected }) => {
  expect(off(logGamma(x), expected)).toBeLessThan(2e-15);
});

test('gamma of a whole number is a factorial', () => {
  expect([1, 2, 3, 6, 11, 23].map(gamma)).toEqual([1, 1, 2, 120, 3628800, 1.1240007277776077e21]);
  expect(gamma(180)).toBe(Infinity);
});

test('gamma(x + 1) is x gamma(x)', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 150, noNaN: true }), (x) => {
      expect(off(gamma(x + 1), x * gamma(x))).toBeLessThan(1e-12);
    }),
  );
});

test("Stirling's formula leaves about 1 / (12 x) out", () => {
  expect(off(stirlingError(1000), 1 / 12000)).toBeLessThan(1e-6);
  expect(off(stirlingError(9.999999), stirlingError(10.000001))).toBeLessThan(1e-6);
});

test('logGamma is refused for zero and below', () => {
  expect(() => logGamma(0)).toThrow('logGamma requires x > 0');
});
