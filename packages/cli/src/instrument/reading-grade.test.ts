import { expect, test } from 'vitest';
import { proseOf, readingGrade, syllablesOf } from './reading-grade.js';

test.each([
  ['hope', 1],
  ['people', 2],
  ['recovery', 4],
  ['measures', 2],
  ['asked', 1],
  ['little', 2],
  ['I', 1],
  ['community', 4],
])('%s has %d syllables', (word, expected) => expect(syllablesOf(word)).toBe(expected));

test('the grade is 0.39 x words per sentence + 11.8 x syllables per word - 15.59', () => {
  // 6 words, 1 sentence, 6 syllables
  expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
  // 8 words, 2 sentences, 12 syllables: re-cov-er-y, com-mun-i-ty
  expect(readingGrade('We ask of recovery. We ask of community.')).toBeCloseTo(
    0.39 * 4 + 11.8 * (14 / 8) - 15.59,
    10,
  );
});

test.each(['', '12 - 30', '...'])('a text without a word (%j) has no grade', (text) =>
  expect(readingGrade(text)).toBeNull(),
);

test('prose is read without headings, tables, code and addresses', () => {
  const markdown =
    '# Title\n\nIt asks [four](https://x.org) things.\n\n| a | b |\n\n```\nrun\n```\n';
  expect(proseOf(markdown).trim()).toBe('It asks four things.');
});
