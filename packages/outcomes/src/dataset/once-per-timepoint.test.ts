import { expect, test } from 'vitest';
import { exampleInstrument, exampleScale, submissionOf } from '../example-data.js';
import { oncePerTimepoint } from './once-per-timepoint.js';

const instrument = exampleInstrument([exampleScale({ id: 'only', items: ['a'] })]);

function answered(completedAt: string, changes = {}) {
  return submissionOf(instrument, { a: 1 }, { completedAt, ...changes });
}

test('a person who answers twice at one timepoint counts once, with the later answers', () => {
  const first = answered('2026-01-05T10:00:00Z');
  const second = answered('2026-01-05T10:00:00.500Z');
  expect(oncePerTimepoint([first, second])).toEqual({ kept: [second], setAside: 1 });
  expect(oncePerTimepoint([second, first])).toEqual({ kept: [second], setAside: 1 });
});

test('of two completed at the same moment the same one is kept in any order', () => {
  const [a, b] = [answered('2026-01-05T10:00:00Z'), answered('2026-01-05T10:00:00Z')];
  expect(oncePerTimepoint([a, b])).toEqual(oncePerTimepoint([b, a]));
});

test.each([
  ['timepoint', { timepoint: '3-months' }],
  ['person', { participant: 'P-0002' }],
  ['program', { program: 'south' }],
  ['instrument', { instrument: 'other' }],
  ['version', { version: '2.0.0' }],
])('another %s is another check-in', (_, changes) => {
  const both = [answered('2026-01-05T10:00:00Z'), answered('2026-01-05T10:00:00Z', changes)];
  expect(oncePerTimepoint(both).setAside).toBe(0);
});

test('no submissions give none', () => {
  expect(oncePerTimepoint(Object.freeze([]))).toEqual({ kept: [], setAside: 0 });
});
