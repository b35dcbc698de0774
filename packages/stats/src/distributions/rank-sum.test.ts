import { expect, test } from 'vitest';
import { rankSumCdf, rankSumQuantile, rankSumUpper } from './rank-sum.js';

// 106 of the 792 ways to form groups of 5 and 7 give U <= 10. R: pwilcox(10, 5, 7)
test('P(U <= 10) of groups of 5 and 7 is 106 / 792', () => {
  expect(rankSumCdf(10, 5, 7)).toBeCloseTo(106 / 792, 14);
  expect(rankSumUpper(10, 5, 7)).toBeCloseTo(1 - 106 / 792, 14);
});

// R: qwilcox(c(.025, .5, .975), 5, 7)
test.each([
  { p: 0.025, expected: 6 },
  { p: 0.5, expected: 17 },
  { p: 0.975, expected: 29 },
  { p: 1, expected: 35 },
])('the $p quantile of groups of 5 and 7 is $expected', ({ p, expected }) => {
  expect(rankSumQuantile(p, 5, 7)).toBe(expected);
});

test('every u has the chance of its mirror image, whichever group is named first', () => {
  for (let u = 0; u <= 24; u++) {
    expect(rankSumCdf(u, 4, 6)).toBeCloseTo(1 - rankSumCdf(23 - u, 4, 6), 14);
    expect(rankSumCdf(u, 4, 6)).toBeCloseTo(rankSumCdf(u, 6, 4), 14);
  }
});

// Counted with whole numbers of any length.
test('beyond 10,000 pairs the series is good to 1e-7', () => {
  expect(Math.abs(rankSumCdf(4600, 100, 110) - 0.0203269093431066)).toBeLessThan(1e-7);
  expect(rankSumQuantile(0.025, 100, 110)).toBe(4639);
});

test('the least u of two groups of 20 has one chance in 137,846,528,820', () => {
  expect(rankSumCdf(0, 20, 20) * 137_846_528_820).toBeCloseTo(1, 12);
});

test('an empty group leaves U at zero, and counts must be whole', () => {
  expect([rankSumCdf(0, 0, 5), rankSumCdf(-1, 0, 5)]).toEqual([1, 0]);
  expect(() => rankSumCdf(1, 1.5, 2)).toThrow('rankSum requires whole counts >= 0');
});
