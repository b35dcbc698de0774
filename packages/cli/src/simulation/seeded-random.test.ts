import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.js';

function draw<T>(count: number, next: () => T): T[] {
  return Array.from({ length: count }, next);
}

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(5, seededRandom(7).uniform)).toEqual(draw(5, seededRandom(7).uniform));
  expect(draw(5, seededRandom(7).uniform)).not.toEqual(draw(5, seededRandom(8).uniform));
});

test('uniform numbers lie evenly from 0 up to 1', () => {
  const numbers = draw(20_000, seededRandom(1).uniform);
  const tenths = Array.from(
    { length: 10 },
    (_, i) => numbers.filter((x) => Math.floor(10 * x) === i).length,
  );
  expect(Math.min(...tenths)).toBeGreaterThan(1850);
  expect(Math.max(...tenths)).toBeLessThan(2150);
});

test('normal numbers have mean 0, standard deviation 1 and 5 % beyond 1.96', () => {
  const numbers = draw(20_000, seededRandom(2).normal);
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  const beyond = numbers.filter((x) => Math.abs(x) > 1.96).length / numbers.length;
  expect(Math.abs(beyond - 0.05)).toBeLessThan(0.006);
});

test('bytes are whole numbers from 0 to 255', () => {
  const bytes = [...seededRandom(3).bytes(4000)];
  expect(Math.min(...bytes)).toBe(0);
  expect(Math.max(...bytes)).toBe(255);
});
