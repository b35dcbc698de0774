import {
  parseProgramKey,
  programKeyText,
  Submission,
  type ShippedInstrument,
} from '@waymark/model';
import { expect, test } from 'vitest';
import { makeSubmission } from './submission.js';

const instrument: ShippedInstrument = {
  id: 'example',
  version: '1.2.3',
  language: 'en',
  title: 'Example',
  credit: 'Invented',
  wordingStatus: 'recalled',
  contentHash: 'ab'.repeat(32),
  minutes: 1,
  items: [],
  key: {
    ranges: { first: [1, 5], second: [1, 5] },
    scales: [
      {
        id: 'total',
        items: ['first', 'second'],
        reversed: ['second'],
        method: { name: 'mean' },
        missing: { minimumAnswered: 1, fill: 'none', source: 'invented' },
      },
    ],
  },
};
const publicKey = 'p'.repeat(87);
const setup = {
  instrument,
  program: 'river-house',
  name: 'River House',
  timepoint: '3-months',
  participant: 'RH-0042',
  collector: 'https://collect.example.org',
  key: parseProgramKey(programKeyText({ writeToken: 'w'.repeat(22), publicKey }))!,
};
const world = {
  now: () => new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
  random: (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(255),
};

test('a submission says who, what, when and how it was scored, under the id it was given', () => {
  const submission = makeSubmission(
    setup,
    { answers: { first: 4, second: 'skipped' }, apart: {} },
    world,
  );
  expect(submission).toEqual({
    id: '_____________________w',
    program: 'river-house',
    participant: 'RH-0042',
    timepoint: '3-months',
    instrument: 'example',
    version: '1.2.3',
    language: 'en',
    contentHash: 'ab'.repeat(32),
    answers: { first: 4, second: 'skipped' },
    scores: { total: { value: 4, answered: 1, of: 2 } },
    completedAt: '2026-01-02T03:04:05.000Z',
  });
  expect(Submission.safeParse(submission).success).toBe(true);
});

test('what was answered before its item was hidden stands apart and is not scored', () => {
  const given = { answers: { first: 4, second: 'not-shown' as const }, apart: { second: 5 } };
  const submission = makeSubmission(setup, given, world);
  expect(submission.apart).toEqual({ second: 5 });
  expect(submission.scores).toEqual({ total: { value: 4, answered: 1, of: 2 } });
  expect(Submission.safeParse(submission).success).toBe(true);
});

test('nothing of the collector or the key is part of a submission', () => {
  const text = JSON.stringify(makeSubmission(setup, { answers: { first: 4 }, apart: {} }, world));
  expect(text).not.toContain(setup.collector);
  expect(text).not.toContain(setup.key.writeToken);
});
