import { expect, test } from 'vitest';
import { betterWords, changeWords, rangeWords } from './change-words.js';

test.each([
  { improvement: 0.352, words: '0.35 points better' },
  { improvement: -0.352, words: '0.35 points worse' },
  { improvement: 0.004, words: 'no change' },
  { improvement: -0.004, words: 'no change' },
])('$improvement is $words', ({ improvement, words }) => {
  expect(changeWords(improvement, { decimals: 2, unit: 'points' })).toBe(words);
});

test.each([
  { low: 0.1, high: 0.6, words: '0.1 to 0.6 better' },
  { low: -0.6, high: -0.1, words: '0.1 to 0.6 worse' },
  { low: -0.2, high: 0.3, words: '0.2 worse to 0.3 better' },
  { low: 0, high: 0.3, words: 'no change to 0.3 better' },
  { low: -0.3, high: 0.01, words: '0.3 worse to no change' },
  { low: -0.01, high: 0.01, words: 'no change to no change' },
])('from $low to $high is $words', ({ low, high, words }) => {
  expect(rangeWords({ low, high }, { decimals: 1 })).toBe(words);
});

test('where neither side is better, change is higher or lower', () => {
  const amount = { decimals: 1, sides: ['higher', 'lower'] } as const;
  expect([0.38, -0.38, 0].map((change) => changeWords(change, amount))).toEqual([
    '0.4 higher',
    '0.4 lower',
    'no change',
  ]);
  expect(rangeWords({ low: 0.1, high: 0.6 }, amount)).toBe('0.1 to 0.6 higher');
  expect(rangeWords({ low: -0.2, high: 0.3 }, amount)).toBe('0.2 lower to 0.3 higher');
});

test.each([
  ['higher-is-better', 'higher is better'],
  ['lower-is-better', 'lower is better'],
  ['neither', 'neither side is better'],
] as const)('of a scale that is %s: %s', (direction, words) => {
  expect(betterWords({ direction })).toBe(words);
});
