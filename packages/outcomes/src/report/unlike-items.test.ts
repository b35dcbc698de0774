import type { Score } from '@waymark/model';
import { expect, test } from 'vitest';
import { exampleInstrument, exampleScale, submissionOf } from '../example-data.js';
import { unlikeItems } from './unlike-items.js';

const scale = exampleScale({ id: 'only', items: ['a', 'b'] });
const instrument = exampleInstrument([scale]);

function answered(participant: string, timepoint: string, count: number, value: number | null = 3) {
  const only: Score =
    value === null
      ? { value, reason: 'too-few-answered', answered: count, of: 2 }
      : { value, answered: count, of: count };
  return submissionOf(instrument, {}, { participant, timepoint, scores: { only } });
}

const submissions = Object.freeze([
  answered('P-0001', 'baseline', 2),
  answered('P-0001', '3-months', 1),
  answered('P-0002', 'baseline', 2),
  answered('P-0002', '3-months', 2),
  answered('P-0003', 'baseline', 1),
  answered('P-0003', '6-months', 2),
  answered('P-0004', 'baseline', 2),
  answered('P-0004', '3-months', 1, null),
  answered('P-0005', '3-months', 1),
]);

test('counts people whose two sums rest on different numbers of items', () => {
  const count = unlikeItems(scale, submissions);
  expect(['3-months', '6-months', '12-months'].map(count)).toEqual([1, 1, 0]);
});

test.each([
  ['a mean', { method: { name: 'mean' } as const }],
  ['a filled sum', { missing: { ...scale.missing, fill: 'person-mean' } as const }],
])('%s can be compared whatever it rests on', (_, changes) => {
  expect(unlikeItems({ ...scale, ...changes }, submissions)('3-months')).toBe(0);
});

test('a person without a score on a scale that is counted together is not counted', () => {
  expect(unlikeItems(scale, submissions, ['only', 'other'])('3-months')).toBe(0);
});
