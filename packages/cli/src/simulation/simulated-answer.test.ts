import type { PageItem } from '@waymark/model';
import { expect, test } from 'vitest';
import { seededRandom, type SeededRandom } from './seeded-random.js';
import { simulatedAnswer } from './simulated-answer.js';

const options: PageItem = {
  id: 'a',
  text: 'An item',
  kind: 'options',
  options: ['1', '2', '3', '4', '5', 'not-applicable'].map((key) => ({ key, label: key })),
};
const days: PageItem = { id: 'b', text: 'Days', kind: 'count', minimum: 0, maximum: 30 };

/** A generator whose uniform number is always the same. */
function always(chance: number): SeededRandom {
  return { ...seededRandom(1), uniform: () => chance };
}

test.each([
  { latent: -3, value: 1 },
  { latent: -1, value: 2 },
  { latent: 0, value: 3 },
  { latent: 1, value: 4 },
  { latent: 3, value: 5 },
])('a latent $latent is option $value of five', ({ latent, value }) => {
  expect(simulatedAnswer(options, latent, always(0.9))).toBe(value);
});

test('two options part in the middle', () => {
  const two: PageItem = { ...options, options: ['0', '1'].map((key) => ({ key, label: key })) };
  expect([-0.1, 0.1].map((latent) => simulatedAnswer(two, latent, always(0.9)))).toEqual([0, 1]);
});

// By hand: 30 x 0.5793^1.6 = 12.5, so 13 days, or 15 when rounded to fives.
test.each([
  { latent: -9, chance: 0.9, value: 0 },
  { latent: 9, chance: 0.9, value: 30 },
  { latent: 0.2, chance: 0.9, value: 13 },
  { latent: 0.2, chance: 0.4, value: 15 },
])('a latent $latent is $value days (chance $chance)', ({ latent, chance, value }) => {
  expect(simulatedAnswer(days, latent, always(chance))).toBe(value);
});

test.each([
  { chance: 0.001, item: options, answer: 'skipped' },
  { chance: 0.01, item: options, answer: 'prefer-not-to-say' },
  { chance: 0.014, item: options, answer: 'not-applicable' },
  { chance: 0.014, item: days, answer: 0 },
])('chance $chance gives $answer', ({ chance, item, answer }) => {
  expect(simulatedAnswer(item, -9, always(chance))).toBe(answer);
});
