import { expect, test } from 'vitest';
import { freshEntry, isEntry, unreadableEntry } from './entry.js';
import { exampleKept } from './example-kept.js';

const kept = await exampleKept();
const entry = freshEntry(kept, 1000);
const key = kept.envelope.id;

test('what has just been kept waits, is due at once and has not been tried', () => {
  expect(entry).toEqual({
    ...kept,
    keptAt: 1000,
    nextTryAt: 1000,
    tries: 0,
    refused: null,
    lastFault: null,
  });
  expect(isEntry(key, entry)).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'torn{'],
  ['a list', []],
  ['an empty object', {}],
  ['an entry under another id', { ...entry, envelope: { ...entry.envelope, id: 'other' } }],
  ['an unknown suite', { ...entry, envelope: { ...entry.envelope, suite: 'other' } }],
  ['no sealed text', { ...entry, envelope: { ...entry.envelope, sealed: undefined } }],
  ['no collector', { ...entry, collector: undefined }],
  ['a time that is no number', { ...entry, nextTryAt: NaN }],
  ['a count that is a text', { ...entry, tries: '1' }],
  ['a reason that is a number', { ...entry, refused: 409 }],
  ['no word on the last fault', { ...entry, lastFault: undefined }],
])('%s is not an entry', (_, record) => {
  expect(isEntry(key, record)).toBe(false);
});

test('an unreadable record is listed by its key and set aside', () => {
  expect(unreadableEntry('some-key')).toMatchObject({
    envelope: { id: 'some-key' },
    refused: 'unreadable record',
  });
});

test.each(['collect.example.org', '/collect', 'ftp://a.example', 'https://me:pw@a.example', ''])(
  'the collector %j could never be reached and is refused',
  (collector) => {
    expect(() => freshEntry({ ...kept, collector }, 0)).toThrow(TypeError);
  },
);

test.each(['https://a.example', 'https://a.example/', 'http://localhost:8080/sub/path'])(
  'the collector %j is taken',
  (collector) => {
    expect(freshEntry({ ...kept, collector }, 0).collector).toBe(collector);
  },
);

test('a write token that could not be sent is refused', () => {
  expect(() => freshEntry({ ...kept, writeToken: 'two\nlines' }, 0)).toThrow(TypeError);
});
