import { expect, test } from 'vitest';
import { exampleInstrument, exampleScale, submissionOf } from '../example-data.js';
import { dataset } from './dataset.js';

const instrument = exampleInstrument([
  exampleScale({ id: 'first', items: ['a'] }),
  exampleScale({ id: 'second', items: ['b'] }),
]);

test('gives one row for each scale, with the reason where there is no score', () => {
  const { rows } = dataset([submissionOf(instrument, { a: 3, b: 'skipped' })]);
  expect(
    rows.map(({ scale, value, ...row }) => [scale, value, 'reason' in row && row.reason]),
  ).toEqual([
    ['first', 3, false],
    ['second', null, 'too-few-answered'],
  ]);
});

test("orders a person's timepoints by time, not by name", () => {
  const timepoints = ['12-months', 'baseline', '6-weeks', '3-months'];
  const { rows } = dataset(
    Object.freeze(
      timepoints.map((timepoint) => submissionOf(instrument, { a: 1, b: 1 }, { timepoint })),
    ),
  );
  const firsts = rows.filter(({ scale }) => scale === 'first');
  expect(firsts.map(({ timepoint }) => timepoint)).toEqual([
    'baseline',
    '6-weeks',
    '3-months',
    '12-months',
  ]);
});

test('keeps people, programs and versions apart and in order', () => {
  const { rows, setAside } = dataset([
    submissionOf(instrument, { a: 1, b: 1 }, { program: 'south' }),
    submissionOf(instrument, { a: 2, b: 1 }, { participant: 'P-0002' }),
    submissionOf(instrument, { a: 3, b: 1 }, { version: '2.0.0' }),
    submissionOf(instrument, { a: 4, b: 1 }),
  ]);
  expect(rows.filter(({ scale }) => scale === 'first').map(({ value }) => value)).toEqual([
    4, 3, 2, 1,
  ]);
  expect(setAside).toBe(0);
});
