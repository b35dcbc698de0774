import fc from 'fast-check';
import { expect, test } from 'vitest';

import { normalQuantile, normalUpperQuantile } from './normal-quantile.js';
import { normalCdf } from './normal.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

// Computed to 50 digits with mpmath.
test.each([
  { p: 1e-300, expected: -37.0470962993612 },
  { p: 1e-20, expected: -9.262340089798407 },
  { p: 0.001, expected: -3.0902323061678136 },
  { p: 0.2, expected: -0.8416212335729142 },
  { p: 0.4999, expected: -0.00025066283008800747 },
  { p: 0.975, expected: 1.9599639845400538 },
  { p: 1 - 2 ** -53, expected: 8.209536151601387 },
])('a normal lies below $expected with probability $p', ({ p, expected }) => {
  expect(off(normalQuantile(p), expected)).toBeLessThan(3e-15);
});

test('a quantile leads back to its probability', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
      expect(off(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12);
      expect(normalUpperQuantile(p)).toBe(-normalQuantile(p));
    }),
  );
});

test('the ends are infinite, the middle is zero, and what is no probability is refused', () => {
  expect([0, 0.5, 1].map((p) => normalQuantile(p) + 0)).toEqual([-Infinity, 0, Infinity]);
  expect(() => normalQuantile(1.1)).toThrow('normalQuantile requires 0 <= p <= 1');
});
