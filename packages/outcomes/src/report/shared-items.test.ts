import { expect, test } from 'vitest';
import { exampleInstrument, exampleScale, submissionOf } from '../example-data.js';
import { personScores } from './person-scores.js';
import { scalesSharingItems } from './shared-items.js';

const first = exampleScale({ id: 'first', items: ['a'] });
const second = exampleScale({ id: 'second', items: ['b'] });
const both = exampleScale({ id: 'both', items: ['a', 'b'] });
const apart = exampleScale({ id: 'apart', items: ['c'] });
const instrument = exampleInstrument([first, second, both, apart]);

function ids(scale: typeof first, of = instrument) {
  return scalesSharingItems(scale, of).map(({ id }) => id);
}

test('parts and their total belong together, through the total', () => {
  expect(ids(first)).toEqual(['first', 'second', 'both']);
  expect(ids(both)).toEqual(['first', 'second', 'both']);
});

test('a scale with items of its own stands alone', () => {
  expect(ids(apart)).toEqual(['apart']);
});

test('a total made from scales shares the items of those', () => {
  const total = exampleScale({ id: 'total', items: [], scales: ['first', 'apart'] });
  const of = exampleInstrument([first, second, apart, total]);
  expect(ids(apart, of)).toEqual(['first', 'apart', 'total']);
  expect(ids(second, of)).toEqual(['second']);
});

test('a person without one of the scores that belong together is not counted in the others', () => {
  const submissions = [
    submissionOf(instrument, { a: 1, b: 2, c: 3 }, { participant: 'P-0001' }),
    submissionOf(instrument, { a: 4, b: 'skipped', c: 3 }, { participant: 'P-0002' }),
  ];
  const values = (scale: string, together?: string[]) =>
    personScores(submissions, scale, together).flatMap((person) => [...person.values()]);
  expect(values('first', ['first', 'second', 'both'])).toEqual([1]);
  expect(values('first')).toEqual([1, 4]);
  expect(values('apart', ['apart'])).toEqual([3, 3]);
});
