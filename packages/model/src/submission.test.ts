import { expect, test } from 'vitest';
import { changed } from '../fixtures/example.js';
import { Envelope } from './envelope.js';
import { check } from './fault.js';
import { sealedAlong, sealSuite } from './seal-terms.js';
import { Submission } from './submission.js';

const submission = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  program: 'river-house',
  participant: 'RH-0042',
  timepoint: '3-months',
  instrument: 'example',
  version: '1.0.0',
  language: 'en',
  contentHash: 'a'.repeat(64),
  answers: { a: 1, b: 'prefer-not-to-say' },
  scores: {
    total: { value: 3, answered: 2, of: 3 },
    rest: { value: null, reason: 'too-few-answered', answered: 0, of: 3 },
  },
  completedAt: '2026-11-22T10:15:00.000Z',
};

const envelope = {
  suite: sealSuite,
  id: submission.id,
  program: submission.program,
  keyId: 'k1',
  enc: 'B'.repeat(87),
  sealed: 'c0ffee',
};

test('a finished check-in and its envelope are accepted', () => {
  expect(check(Submission, submission)).toEqual({ ok: true, value: submission });
  expect(check(Envelope, envelope)).toEqual({ ok: true, value: envelope });
});

test.each([
  ['id', 'short', 'id'],
  ['program', 'River House', 'program'],
  ['participant', 'Jane Doe', 'participant'],
  ['participant', 'jane@example.org', 'participant'],
  ['timepoint', 'month 3', 'timepoint'],
  ['contentHash', 'A'.repeat(64), 'contentHash'],
  ['completedAt', '2026-11-22 10:15', 'completedAt'],
  ['answers.a', 'yes', 'answers.a'],
  ['answers.A', 1, 'answers.A'],
  ['scores.total.value', '3', 'scores.total'],
  ['scores.total', { value: null, answered: 1, of: 3 }, 'scores.total'],
  ['scores.rest.reason', 'unknown', 'scores.rest'],
  ['name', 'Jane', '(whole)'],
])('a submission whose %s is %j is refused', (path, value, at) => {
  const checked = check(Submission, changed(submission, path, value));
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([at]);
});

test.each([
  ['suite', 'another'],
  ['keyId', 'k'.repeat(23)],
  ['enc', 'B'.repeat(89)],
  ['sealed', 'not base64url!'],
  ['sealed', ''],
])('an envelope whose %s is %j is refused', (path, value) => {
  const checked = check(Envelope, changed(envelope, path, value));
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([path]);
});

test('the seal covers suite, id, program and key, each on a line of its own', () => {
  expect(sealedAlong({ ...envelope, suite: sealSuite })).toBe(
    `${sealSuite}\nAAAAAAAAAAAAAAAAAAAAAA\nriver-house\nk1`,
  );
});
