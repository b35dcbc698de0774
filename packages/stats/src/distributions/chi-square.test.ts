import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  chiSquareCdf,
  chiSquareDensity,
  chiSquareLogCdf,
  chiSquareLogUpper,
  chiSquareQuantile,
  chiSquareUpper,
  chiSquareUpperQuantile,
} from './chi-square.js';
import { gammaTails } from './gamma-tails.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

// Computed to 80 digits with mpmath.
test.each([
  { x: 1, a: 1, lower: 0.6321205588285577, upper: 0.36787944117144233 },
  { x: 0.001, a: 0.5, lower: 0.03567059172967989, upper: 0.9643294082703201 },
  { x: 30, a: 100, lower: 7.338468632878333e-24, upper: 1 },
  { x: 1100, a: 1000, lower: 0.99894067674607, upper: 0.0010593232539299773 },
  { x: 0.2, a: 0.001, lower: 0.9987774521605268, upper: 0.0012225478394732089 },
  { x: 1e6 + 3000, a: 1e6, lower: 0.9986382593537824, upper: 0.0013617406462175915 },
  { x: 1e-3, a: 40, lower: 1.22442229823491e-168, upper: 1 },
])('both tails of gamma($a) at $x are right', ({ x, a, lower, upper }) => {
  const tails = gammaTails(x, a);
  expect(off(tails.lower, lower)).toBeLessThan(1e-13);
  expect(off(tails.upper, upper)).toBeLessThan(1e-13);
});

test('with two degrees of freedom the upper tail is exp(-x / 2), however far out', () => {
  expect(off(chiSquareUpper(1380, 2), Math.exp(-690))).toBeLessThan(1e-12);
  expect(chiSquareLogUpper(1e5, 2)).toBeCloseTo(-5e4, 9);
  expect(chiSquareLogCdf(2, 2)).toBeCloseTo(Math.log(-Math.expm1(-1)), 14);
  expect(chiSquareDensity(3, 2)).toBeCloseTo(Math.exp(-1.5) / 2, 14);
});

test('a quantile leads back to its probability, in either tail', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-100, max: 0.5, noNaN: true }),
      fc.double({ min: 0.8, max: 1e5, noNaN: true }),
      (p, df) => {
        expect(off(chiSquareCdf(chiSquareQuantile(p, df), df), p)).toBeLessThan(1e-11);
        expect(off(chiSquareUpper(chiSquareUpperQuantile(p, df), df), p)).toBeLessThan(1e-11);
      },
    ),
  );
});

test('the ends carry all or nothing, and df must be above zero', () => {
  expect([chiSquareCdf(0, 3), chiSquareUpper(Infinity, 3)]).toEqual([0, 0]);
  expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity]);
  expect(() => chiSquareUpper(1, 0)).toThrow('chiSquare requires df > 0');
});
