import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  signedRankCdf,
  signedRankDensity,
  signedRankQuantile,
  signedRankUpper,
} from './signed-rank.js';

const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

/** P(W <= w) by writing out all 2^n ways the signs can fall. */
function byEnumeration(w: number, n: number): number {
  let hits = 0;
  for (let signs = 0; signs < 2 ** n; signs++) {
    let sum = 0;
    for (let rank = 1; rank <= n; rank++) if (signs & (1 << (rank - 1))) sum += rank;
    if (sum <= w) hits++;
  }
  return hits / 2 ** n;
}

test.each([1, 2, 3, 5, 9])('with %i differences it is what counting out all signs gives', (n) => {
  for (let w = -1; w <= (n * (n + 1)) / 2 + 1; w++) {
    expect(signedRankCdf(w, n)).toBeCloseTo(byEnumeration(w, n), 15);
  }
});

// Counted with whole numbers of any length.
test.each([
  { w: 52, n: 20, expected: 25397 / 2 ** 20 },
  { w: 55_000, n: 500, expected: 0.00912143854801924 },
  { w: 0, n: 500, expected: 2 ** -500 },
])('P(W <= $w) of $n differences is $expected', ({ w, n, expected }) => {
  expect(off(signedRankCdf(w, n), expected)).toBeLessThan(1e-13);
});

test.each([
  { w: 80_000, expected: 0.008403584615259016 },
  { w: 85_000, expected: 0.11280034901031734 },
  { w: 90_150, expected: 0.5000469219042248 },
])('beyond 500 differences the series is good to 1e-8: P(W <= $w) of 600', ({ w, expected }) => {
  expect(Math.abs(signedRankCdf(w, 600) - expected)).toBeLessThan(1e-8);
});

test.each([
  { p: 0.025, n: 1, expected: 0 },
  { p: 0.025, n: 10, expected: 9 },
  { p: 0.025, n: 30, expected: 138 },
  { p: 0.025, n: 600, expected: 81_826 },
])('the $p quantile of $n differences is $expected', ({ p, n, expected }) => {
  expect(signedRankQuantile(p, n)).toBe(expected);
});

test('a quantile is the first sum to reach its probability', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 1e-6, max: 0.999999, noNaN: true }),
      (n, p) => {
        const w = signedRankQuantile(p, n);
        expect(signedRankCdf(w, n)).toBeGreaterThanOrEqual(p - 1e-12);
        if (w > 0) expect(signedRankCdf(w - 1, n)).toBeLessThan(p + 1e-12);
      },
    ),
  );
});

test('both tails add up to 1 and the single chances to a tail', () => {
  expect(signedRankCdf(20, 9) + signedRankUpper(20, 9)).toBeCloseTo(1, 15);
  const chances = Array.from({ length: 21 }, (_, w) => signedRankDensity(w, 9));
  expect(chances.reduce((sum, chance) => sum + chance)).toBeCloseTo(signedRankCdf(20, 9), 15);
  expect([signedRankDensity(46, 9), signedRankDensity(0.5, 9)]).toEqual([0, 0]);
});

test('counts must be whole', () => {
  expect(() => signedRankCdf(3, 2.5)).toThrow('signedRank requires a whole n >= 0');
  expect(() => signedRankDensity(3, 501)).toThrow('signedRankDensity requires n <= 500');
});
