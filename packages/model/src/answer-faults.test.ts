import fc from 'fast-check';
import { expect, test } from 'vitest';
import { example, frozen } from '../fixtures/example.js';
import { answerFaults } from './answer-faults.js';
import { missingReasons, type Answer, type Answers } from './answer.js';
import { itemValues } from './scoring-key.js';

const definition = frozen(example());

test.each<{ why: string; answers: Answers }>([
  { why: 'nothing', answers: {} },
  { why: 'options on offer', answers: { a: 0, b: 3, d: 1 } },
  { why: 'the ends of a count', answers: { days: 0 } },
  { why: 'the other end of a count', answers: { days: 30 } },
  {
    why: 'reasons for silence',
    answers: { a: 'skipped', b: 'not-applicable', days: 'unreadable' },
  },
])('finds no fault with $why', ({ answers }) => {
  expect(answerFaults(answers, definition)).toEqual([]);
});

test.each<{ answers: { [item: string]: Answer }; path: string; rule: string }>([
  { answers: { a: 4 }, path: 'answers.a', rule: 'must be one of 0, 1, 2, 3' },
  { answers: { a: -1 }, path: 'answers.a', rule: 'must be one of 0, 1, 2, 3' },
  { answers: { a: 1.5 }, path: 'answers.a', rule: 'must be one of 0, 1, 2, 3' },
  { answers: { a: NaN }, path: 'answers.a', rule: 'must be one of 0, 1, 2, 3' },
  { answers: { d: 2 }, path: 'answers.d', rule: 'must be one of 0, 1' },
  { answers: { days: 31 }, path: 'answers.days', rule: 'must be a whole number from 0 to 30' },
  { answers: { days: -1 }, path: 'answers.days', rule: 'must be a whole number from 0 to 30' },
  { answers: { days: 2.5 }, path: 'answers.days', rule: 'must be a whole number from 0 to 30' },
  { answers: { days: NaN }, path: 'answers.days', rule: 'must be a whole number from 0 to 30' },
  { answers: { e: 1 }, path: 'answers.e', rule: 'must be an item of example' },
  { answers: { e: 'skipped' }, path: 'answers.e', rule: 'must be an item of example' },
  { answers: { constructor: 1 }, path: 'answers.constructor', rule: 'must be an item of example' },
])('finds the fault in $answers', ({ answers, path, rule }) => {
  expect(answerFaults(answers, definition)).toMatchObject([{ path, rule }]);
});

test('names every fault and never the answer', () => {
  const faults = answerFaults({ a: 77, days: 99, e: 'skipped' }, definition);
  expect(faults.map((fault) => fault.found)).toEqual(['number', 'number', 'string']);
  expect(JSON.stringify(faults)).not.toMatch(/77|99/);
});

test('every answer on offer is accepted, for every item', () => {
  const answers = fc.record(
    Object.fromEntries(
      definition.items.map((item) => [
        item.id,
        fc.constantFrom<Answer>(...itemValues(item, definition.optionSets), ...missingReasons),
      ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, (given) => {
      expect(answerFaults(given as Answers, definition)).toEqual([]);
    }),
  );
});
