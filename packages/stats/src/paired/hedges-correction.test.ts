import { expect, test } from 'vitest';
import { gamma } from '../distributions/index.js';
import { hedgesCorrection } from './hedges-correction.js';

test.each([2, 3, 9, 28])('J(%i) is its quotient of gamma functions', (m) => {
  const expected = gamma(m / 2) / (Math.sqrt(m / 2) * gamma((m - 1) / 2));
  expect(hedgesCorrection(m)).toBeCloseTo(expected, 14);
});

test('J(2) is 1 over the root of pi', () => {
  expect(hedgesCorrection(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 15);
});

test('for large samples J is nearly 1 - 3 / (4 m)', () => {
  expect(1 - hedgesCorrection(1e6)!).toBeCloseTo(0.75e-6, 12);
  expect(hedgesCorrection(Infinity)).toBe(1);
});

test('below two degrees of freedom there is no such factor', () => {
  expect(hedgesCorrection(1)).toBeNull();
});
