import { expect, test } from 'vitest';
import { isSmallCount, publishCount } from './small-count.js';

test.each([
  { count: 0, small: false },
  { count: 1, small: true },
  { count: 10, small: true },
  { count: 11, small: false },
])('a count of $count is small: $small', ({ count, small }) => {
  expect(isSmallCount(count)).toBe(small);
});

test('a hidden count tells only the threshold it lies below', () => {
  expect(publishCount(4)).toEqual({ hidden: true, below: 11 });
  expect(publishCount(4, { threshold: 3 })).toEqual({ hidden: false, count: 4 });
});

test.each([-1, 1.5, Number.NaN])('%s people is refused', (count) => {
  expect(() => isSmallCount(count)).toThrow(RangeError);
});
