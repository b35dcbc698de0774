import type { Answers } from '@waymark/model';
import { expect, test } from 'vitest';
import { raisedFlags } from './raised-flags.js';

const flags = [{ id: 'self-harm', when: { item: 'q9', is: '>' as const, value: 0 } }];

test.each<{ answers: Answers; raised: string[] }>([
  { answers: { q9: 1 }, raised: ['self-harm'] },
  { answers: { q9: 3, q1: 'skipped' }, raised: ['self-harm'] },
  { answers: { q9: 0, q1: 3 }, raised: [] },
  { answers: { q9: 'skipped' }, raised: [] },
  { answers: { q9: 'prefer-not-to-say' }, raised: [] },
  { answers: {}, raised: [] },
])('$answers raises $raised', ({ answers, raised }) => {
  expect(raisedFlags(flags, answers)).toEqual(raised);
});

test('an instrument without flags raises none', () => {
  expect(raisedFlags(undefined, { q9: 3 })).toEqual([]);
});
