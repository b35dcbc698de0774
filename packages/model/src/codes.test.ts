import { expect, test } from 'vitest';
import { changed, example } from '../fixtures/example.js';
import { answerOfCode, type Codes } from './codes.js';
import { parseInstrument } from './instrument.js';

const days: Codes = {
  items: ['days'],
  values: { 88: 0, 77: 'dont-know', 99: 'prefer-not-to-say' },
  source: 'made-up',
};

test.each([
  ['days', 88, 0],
  ['days', 77, 'dont-know'],
  ['days', 99, 'prefer-not-to-say'],
  ['days', 30, 30],
  ['a', 88, 88],
])('of the item %s the number %d stands for %s', (item, value, answer) => {
  expect(answerOfCode(item, value, [days])).toBe(answer);
  expect(answerOfCode(item, value)).toBe(value);
});

function faultsWith(codes: object) {
  const checked = parseInstrument(changed(example(), 'codes', [{ ...days, ...codes }]));
  return checked.ok ? [] : checked.faults.map(({ path, rule }) => [path, rule]);
}

test.each([
  [{}, []],
  [{ items: ['x'] }, [['codes[0].items[0]', 'must name an item, not "x"']]],
  [{ source: 'hearsay' }, [['codes[0].source', 'must name one of the sources, not "hearsay"']]],
  [
    { values: { 30: 'dont-know' } },
    [['codes[0].values.30', 'must not be a value that "days" has of its own']],
  ],
  [{ values: { 88: 31 } }, [['codes[0].values.88', 'must stand for a value that "days" has']]],
])('codes with %j have the faults %j', (codes, faults) => {
  expect(faultsWith(codes)).toEqual(faults);
});
