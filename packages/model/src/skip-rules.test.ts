import { expect, test } from 'vitest';
import type { Answers } from './answer.js';
import { applySkipRules, type Skippable } from './skip-rules.js';

const items: readonly Skippable[] = [
  { id: 'limited' },
  { id: 'cause', shownWhen: { item: 'limited', is: '=', value: 1 } },
  {
    id: 'help',
    shownWhen: {
      all: [{ item: 'limited', is: '=', value: 1 }, { not: { item: 'cause', is: '=', value: 9 } }],
    },
  },
  {
    id: 'more',
    shownWhen: {
      any: [
        { item: 'help', is: '>=', value: 2 },
        { item: 'limited', is: '<', value: 0 },
      ],
    },
  },
];

test.each<{ given: Answers; answers: Answers; apart: Answers }>([
  {
    given: { limited: 1, cause: 3, help: 2, more: 1 },
    answers: { limited: 1, cause: 3, help: 2, more: 1 },
    apart: {},
  },
  {
    given: { limited: 2, cause: 3, help: 2, more: 1 },
    answers: { limited: 2, cause: 'not-shown', help: 'not-shown', more: 'not-shown' },
    apart: { cause: 3, help: 2, more: 1 },
  },
  {
    given: { limited: 1, cause: 9, help: 2 },
    answers: { limited: 1, cause: 9, help: 'not-shown', more: 'not-shown' },
    apart: { help: 2 },
  },
  {
    given: { limited: 'skipped', cause: 'prefer-not-to-say' },
    answers: { limited: 'skipped', cause: 'not-shown', help: 'not-shown', more: 'not-shown' },
    apart: { cause: 'prefer-not-to-say' },
  },
])('$given counts as $answers', ({ given, answers, apart }) => {
  expect(applySkipRules(items, Object.freeze(given))).toEqual({ answers, apart });
});

test('applying the rules twice changes nothing more', () => {
  const { answers } = applySkipRules(items, { limited: 2, cause: 3 });
  expect(applySkipRules(items, answers)).toEqual({ answers, apart: {} });
});
