import { expect, test } from 'vitest';
import { choiceSumChances, subsetSumChances, sumUpTo } from './subset-sums.js';

test('a random half of 1, 2 and 2 sums to 3 in two of eight cases', () => {
  const eighths = [...subsetSumChances(Object.freeze([2, 1, 2]), 5)].map((chance) => chance * 8);
  expect(eighths).toEqual([1, 1, 2, 2, 1, 1]);
});

test('two of 1, 2, 2 and 5 sum to 3 in two of six cases', () => {
  const sixths = [...choiceSumChances(Object.freeze([5, 2, 1, 2]), 2, 7)];
  const expected = [0, 0, 0, 2, 1, 0, 1, 2];
  sixths.forEach((chance, sum) => expect(chance * 6).toBeCloseTo(expected[sum]!, 14));
});

test('sums above the limit are left out, the others stay as they are', () => {
  expect([...subsetSumChances([1, 2, 2], 2)]).toEqual([1 / 8, 1 / 8, 2 / 8]);
  expect(sumUpTo(subsetSumChances([1, 2, 2], 5), 2)).toBe(0.5);
  expect(sumUpTo(subsetSumChances([1, 2, 2], 5), 99)).toBe(1);
});

test('choosing none or all leaves one sum', () => {
  expect([...choiceSumChances([3, 4], 0, 7)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  expect(choiceSumChances([3, 4], 2, 7)[7]).toBe(1);
});
