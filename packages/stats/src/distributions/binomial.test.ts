import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  binomialCdf,
  binomialDensity,
  binomialLogCdf,
  binomialLogUpper,
  binomialQuantile,
  binomialUpper,
} from './binomial.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

const trials = fc.integer({ min: 1, max: 300 });
const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

test('the chances of all counts add up to 1, and from below to the area', () => {
  fc.assert(
    fc.property(trials, chance, fc.integer({ min: 0, max: 300 }), (n, p, k) => {
      let upTo = 0;
      for (let i = 0; i <= Math.min(k, n); i++) upTo += binomialDensity(i, n, p);
      expect(binomialCdf(k, n, p)).toBeCloseTo(upTo, 12);
      expect(binomialCdf(k, n, p) + binomialUpper(k, n, p)).toBeCloseTo(1, 13);
    }),
  );
});

test('all of a thousand heads has the chance 2^-1000', () => {
  expect(off(binomialDensity(1000, 1000, 0.5), 2 ** -1000)).toBeLessThan(1e-12);
  expect(off(binomialUpper(999, 1000, 0.5), 2 ** -1000)).toBeLessThan(1e-12);
  expect(off(binomialLogUpper(4999, 5000, 0.5), -5000 * Math.LN2)).toBeLessThan(1e-14);
  expect(off(binomialLogCdf(0, 5000, 0.5), -5000 * Math.LN2)).toBeLessThan(1e-14);
});

test('a quantile is the first count to reach its probability', () => {
  fc.assert(
    fc.property(trials, chance, fc.double({ min: 1e-6, max: 0.999, noNaN: true }), (n, p, q) => {
      const k = binomialQuantile(q, n, p);
      expect(binomialCdf(k, n, p)).toBeGreaterThanOrEqual(q * (1 - 1e-13));
      if (k > 0) expect(binomialCdf(k - 1, n, p)).toBeLessThan(q);
    }),
  );
});

test('certain and impossible trials, and counts that cannot be', () => {
  expect([binomialDensity(0, 5, 0), binomialDensity(5, 5, 1), binomialDensity(2, 5, 1)]).toEqual([
    1, 1, 0,
  ]);
  expect([binomialDensity(2.5, 5, 0.5), binomialCdf(-1, 5, 0.5), binomialCdf(7, 5, 0.5)]).toEqual([
    0, 0, 1,
  ]);
  expect([binomialCdf(2, 5, 0), binomialCdf(2, 5, 1), binomialQuantile(1, 5, 0)]).toEqual([
    1, 0, 0,
  ]);
  expect(() => binomialCdf(1, 2.5, 0.5)).toThrow('binomial requires a whole n >= 0');
});
