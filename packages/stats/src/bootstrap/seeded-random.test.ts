import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.js';

const draws = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

test('a seed gives the same numbers for ever', () => {
  expect(draws(1, 3)).toEqual(draws(1, 3));
  expect(draws(1, 3).map((value) => value.toFixed(12))).toEqual([
    '0.461724250375',
    '0.560151863677',
    '0.868628311767',
  ]);
});

test('numbers lie in [0, 1) and are spread evenly', () => {
  const values = draws(42, 100_000);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.004);
  const bins = new Array<number>(20).fill(0);
  for (const value of values) bins[Math.floor(20 * value)]!++;
  const chiSquare = bins.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
  // The 0.9999 quantile of chi-square with 19 df.
  expect(chiSquare).toBeLessThan(50.8);
});

test('neighbours in a stream, and streams of neighbouring seeds, do not correlate', () => {
  const correlation = (x: number[], y: number[]) =>
    x.reduce((sum, value, i) => sum + (value - 0.5) * (y[i]! - 0.5), 0) / (x.length / 12);
  const values = draws(5, 50_001);
  expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(0.02);
  expect(Math.abs(correlation(draws(6, 50_000), draws(7, 50_000)))).toBeLessThan(0.02);
});

test('large and negative seeds are seeds of their own', () => {
  const starts = [0, 1, -1, 2 ** 32, 2 ** 40 + 1].map((seed) => draws(seed, 1)[0]);
  expect(new Set(starts).size).toBe(5);
  expect(() => seededRandom(0.5)).toThrow('seededRandom requires a whole seed');
});
