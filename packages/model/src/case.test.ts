import { expect, test } from 'vitest';
import { changed } from '../fixtures/example.js';
import { parseCases } from './case.js';

const example = [
  {
    instrument: 'phq-9',
    version: '',
    answers: { 1: 2, 2: null, '3a': 'skipped' },
    context: { sex: 'female', age: 40 },
    expected: {
      total: 12,
      'total.severity': 'moderate',
      'total.high': true,
      band: 'x',
      rest: null,
    },
    source: 'A printed manual, page 3',
  },
  { instrument: 'gad-7', answers: {}, expected: {} },
];

test('accepts a list of worked examples', () => {
  expect(parseCases(example)).toEqual({ ok: true, value: example });
});

test.each([
  ['[0].instrument', 'PHQ-9', 'must match'],
  ['[0].instrument', undefined, 'must be string'],
  ['[0].answers', [2, 2], 'must be record'],
  ['[0].answers.1', '2', 'must have one of the allowed forms'],
  ['[0].answers.1', 'refused', 'must have one of the allowed forms'],
  ['[0].expected', undefined, 'must be record'],
  ['[0].expected.total', [12], 'must have one of the allowed forms'],
  ['[0].source', '', 'must be at least 5'],
])('refuses %s that is %j', (path, value, rule) => {
  const wrong = changed({ list: example }, `list${path}`, value) as { list: unknown };
  const checked = parseCases(wrong.list);
  expect(checked.ok ? [] : checked.faults).toMatchObject([{ path }]);
  expect(checked.ok ? '' : checked.faults[0]!.rule).toContain(rule);
});

test('something expected must have a name', () => {
  expect(parseCases([{ ...example[1], expected: { '': 1 } }])).toMatchObject({
    ok: false,
    faults: [{ rule: 'has a field name of the wrong form' }],
  });
});

test('a file with notes of its own is read, and they are passed over', () => {
  const checked = parseCases([{ ...example[1], note: 'from page 3' }]);
  expect(checked).toMatchObject({ ok: true, value: [example[1]] });
  expect(JSON.stringify(checked)).not.toContain('page 3');
});

test.each([{}, null, 'cases', example[0]])('refuses %j in place of a list', (value) => {
  expect(parseCases(value)).toMatchObject({
    ok: false,
    faults: [{ path: '(whole)', rule: 'must be array' }],
  });
});
