import type { PageItem } from '@waymark/model';
import { expect, test } from 'vitest';
import { answerOf } from './draft.js';

const agreement: PageItem = {
  id: 'sc1',
  kind: 'options',
  text: 'An item',
  options: [{ key: '-1', label: 'No' }],
};
const days: PageItem = { id: 'days', kind: 'count', text: 'Days', minimum: 0, maximum: 30 };

test.each([
  { draft: undefined, answer: 'skipped' },
  { draft: '-1', answer: -1 },
  { draft: 'not-applicable', answer: 'not-applicable' },
  { draft: 'dont-know', answer: 'dont-know' },
  { draft: 'prefer-not-to-say', answer: 'prefer-not-to-say' },
])('a chosen option $draft is the answer $answer', ({ draft, answer }) => {
  expect(answerOf(agreement, draft)).toBe(answer);
});

test.each([
  { draft: '0', answer: 0 },
  { draft: ' 30 ', answer: 30 },
  { draft: '007', answer: 7 },
  { draft: '  ', answer: 'skipped' },
  { draft: 'prefer-not-to-say', answer: 'prefer-not-to-say' },
])('a typed "$draft" is the answer $answer', ({ draft, answer }) => {
  expect(answerOf(days, draft)).toBe(answer);
});

test.each(['31', '-1', '1.5', '1e1', '0x10', 'two', '7 days', '١'])(
  'a typed "%s" is no answer to a count of days',
  (draft) => {
    expect(answerOf(days, draft)).toBeNull();
  },
);
