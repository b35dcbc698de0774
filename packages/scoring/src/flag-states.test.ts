import type { Answers, Condition } from '@waymark/model';
import { expect, test } from 'vitest';
import { flagStates, type FlagState } from './flag-states.js';
import { raisedFlags } from './raised-flags.js';

const above = (item: string): Condition => ({ item, is: '>', value: 0 });
const flags = [{ id: 'self-harm', when: above('q9') }];

test.each<[Answers, FlagState]>([
  [{ q9: 1 }, 'raised'],
  [{ q9: 3, q1: 'skipped' }, 'raised'],
  [{ q9: 0 }, 'not-raised'],
  [{ q9: 'skipped' }, 'not-answered'],
  [{ q9: 'prefer-not-to-say' }, 'not-answered'],
  [{ q9: 'not-shown' }, 'not-answered'],
  [{ q1: 0 }, 'not-answered'],
  [{}, 'not-answered'],
])('%j is %s', (answers, state) => {
  expect(flagStates(flags, answers)).toEqual({ 'self-harm': state });
});

const one = above('a');
const two = above('b');

test.each<[string, Condition, Answers, FlagState]>([
  ['one of two', { any: [one, two] }, { a: 1 }, 'raised'],
  ['one of two', { any: [one, two] }, { a: 0 }, 'not-answered'],
  ['one of two', { any: [one, two] }, { a: 0, b: 0 }, 'not-raised'],
  ['both', { all: [one, two] }, { a: 1 }, 'not-answered'],
  ['both', { all: [one, two] }, { a: 0 }, 'not-raised'],
  ['both', { all: [one, two] }, { a: 1, b: 1 }, 'raised'],
  ['not the one', { not: one }, { a: 1 }, 'not-raised'],
  ['not the one', { not: one }, { a: 0 }, 'raised'],
  // `holds` takes the opposite of an unanswered item for true, and a flag rather errs on this side.
  ['not the one', { not: one }, {}, 'raised'],
])('%s: %j with %j is %s', (_, when, answers, state) => {
  expect(flagStates([{ id: 'x', when }], answers)['x']).toBe(state);
  expect(raisedFlags([{ id: 'x', when }], answers)).toEqual(state === 'raised' ? ['x'] : []);
});

test('an instrument without flags has no states', () => {
  expect(flagStates(undefined, { q9: 3 })).toEqual({});
});
