import { expect, test } from 'vitest';
import { floorAndCeiling } from './floor-and-ceiling.js';

test('scores at either end are counted', () => {
  expect(floorAndCeiling([0, 0, 13, 27], { lowest: 0, highest: 27 })).toMatchObject({
    floor: 2,
    ceiling: 1,
    floorShare: 0.5,
    ceilingShare: 0.25,
    n: 4,
  });
});

test('no scores are refused', () => {
  expect(floorAndCeiling([], { lowest: 0, highest: 27 })).toMatchObject({ computable: false });
});

test('a scale that ends before it begins is refused', () => {
  expect(() => floorAndCeiling([1], { lowest: 5, highest: 5 })).toThrow(RangeError);
});
