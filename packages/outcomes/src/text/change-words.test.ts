import { expect, test } from 'vitest';
import { changeWords, rangeWords } from './change-words.js';

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
