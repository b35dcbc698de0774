import { type Envelope, type Submission } from '@waymark/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminRequest, openBench, putRequest, type Bench } from '../../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../../fixtures/example-submission.js';
import { sealed } from '../../fixtures/sealed.js';

type Refused = { error: string; faults: { path: string; found: string; rule: string }[] };

let own: Bench;
let submission: Submission;
let envelope: Envelope;

beforeAll(async () => {
  own = await openBench();
  submission = await exampleSubmission();
  envelope = await sealed(submission, own.first.publicKey, submission);
});

// Whatever was sent, nothing of it may have been stored.
afterAll(async () => {
  const response = await own.collect(adminRequest('/v1/submissions'));
  expect(await response.json()).toEqual({ submissions: [], next: null });
  own.close();
});

async function putBody(body: string | Uint8Array<ArrayBuffer>, id = submission.id) {
  const response = await own.collect(putRequest(id, body, own.first));
  const { faults, error } = (await response.json()) as Refused;
  return { status: response.status, faults, error };
}

/** Puts any content under a right seal and a right envelope. */
async function putContent(content: unknown) {
  const body = await sealed(content, own.first.publicKey, submission);
  return putBody(JSON.stringify(body));
}

test.each<[string, string | Uint8Array<ArrayBuffer>]>([
  ['nothing', ''],
  ['half of it', '{"id":'],
  ['a page', '<!doctype html>'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ['lists within lists', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['objects within objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '1e999'],
  ['a text', '"text"'],
  ['a field __proto__', '{"__proto__":{"id":1}}'],
  ['a field __proto__ in disguise', '{"\\u005f_proto__":{"id":1}}'],
])('a body that is %s is refused as a whole', async (_, body) => {
  const { status, faults } = await putBody(body);
  expect([status, faults[0]?.path]).toEqual([422, '(whole)']);
});

test.each<[keyof Envelope | 'extra', unknown, string]>([
  ['suite', 'none', 'string'],
  ['id', 7, 'number'],
  ['id', null, 'null'],
  ['id', exampleId(2), 'string'],
  ['program', ['first-program'], 'list'],
  ['program', '../first-program', 'string'],
  ['keyId', 'x'.repeat(23), 'string'],
  ['keyId', 'AAAAAAAAAAAAAAAA', 'string'],
  ['enc', 'not base64url!', 'string'],
  ['sealed', {}, 'object'],
  ['sealed', '', 'string'],
])('an envelope with a wrong %s (%j) is refused by that path', async (field, value, found) => {
  const { status, faults } = await putBody(JSON.stringify({ ...envelope, [field]: value }));
  expect(status).toBe(422);
  expect(faults[0]).toMatchObject({ path: field, found });
});

test.each(['constructor', 'toString', 'admin', 'hasOwnProperty'])(
  'an envelope with a field %s is refused',
  async (field) => {
    const { status, faults } = await putBody(JSON.stringify({ ...envelope, [field]: 1 }));
    expect([status, faults[0]?.path]).toEqual([422, '(whole)']);
  },
);

test.each([
  ['another point', { enc: 'B'.repeat(87) }],
  ['a short point', { enc: 'BAAA' }],
  ['a short text', { sealed: 'AAAA' }],
  ['a changed text', {}],
])('a seal with %s does not open', async (name, change) => {
  const last = envelope.sealed.slice(-6);
  const changed =
    name === 'a changed text' ? { sealed: envelope.sealed.replace(last, 'AAAAAA') } : change;
  const { status, faults } = await putBody(JSON.stringify({ ...envelope, ...changed }));
  expect([status, faults]).toEqual([
    422,
    [{ path: 'sealed', found: 'string', rule: "must open with the program's key" }],
  ]);
});

test('an envelope that is replayed under another id does not open', async () => {
  const id = exampleId(9);
  const { status, faults } = await putBody(JSON.stringify({ ...envelope, id }), id);
  expect([status, faults[0]?.path]).toEqual([422, 'sealed']);
});

test('an envelope under an address of another id is refused', async () => {
  const { status, faults } = await putBody(JSON.stringify(envelope), exampleId(9));
  expect([status, faults[0]?.path]).toEqual([422, 'id']);
});

test.each(['id', 'program'] as const)(
  'a submission sealed for one %s that names another is refused',
  async (field) => {
    const other = { ...submission, [field]: field === 'id' ? exampleId(9) : 'second-program' };
    const { status, faults } = await putContent(other);
    expect([status, faults[0]?.path]).toEqual([422, field]);
  },
);

test.each<[string, Partial<{ [field in keyof Submission]: unknown }>, string, string]>([
  ['a name for a code', { participant: 'Jane Doe' }, 'participant', 'string'],
  ['no timepoint', { timepoint: 'later' }, 'timepoint', 'string'],
  ['an unknown instrument', { instrument: 'nowhere' }, 'instrument', 'string'],
  ['a field name as instrument', { instrument: 'constructor' }, 'instrument', 'string'],
  ['another version', { version: '9.0.0' }, 'version', 'string'],
  ['another wording', { contentHash: '0'.repeat(64) }, 'contentHash', 'string'],
  ['a day that is not', { completedAt: '2026-13-45T10:00:00Z' }, 'completedAt', 'string'],
  ['answers as a list', { answers: [3, 4] }, 'answers', 'list'],
  ['an answer as text', { answers: { t1: '3' } }, 'answers.t1', 'string'],
  ['an answer that is no option', { answers: { t1: 5 } }, 'answers.t1', 'number'],
  ['an answer between options', { answers: { t1: 2.5 } }, 'answers.t1', 'number'],
  ['a count out of range', { answers: { days: 31 } }, 'answers.days', 'number'],
  ['an unknown item', { answers: { t9: 1 } }, 'answers.t9', 'number'],
  ['an item named constructor', { answers: { constructor: 1 } }, 'answers.constructor', 'number'],
])('%s is refused by its path', async (_, fields, path, found) => {
  const { status, faults } = await putContent({ ...submission, ...fields });
  expect(status).toBe(422);
  expect(faults[0]).toMatchObject({ path, found });
});

test('answers with a field __proto__ are refused', async () => {
  const text = JSON.stringify(submission).replace('"t1":3', '"t1":3,"__proto__":{"t2":4}');
  const { status, faults } = await putContent(text);
  expect([status, faults[0]?.path]).toEqual([422, '(whole)']);
});

test('a sealed text that is no submission is refused', async () => {
  const { status, faults } = await putContent('hello');
  expect([status, faults[0]?.path]).toEqual([422, '(whole)']);
});

test.each<[string, Submission['scores'], string]>([
  ['higher', { total: { value: 4, answered: 2, of: 3 } }, 'scores.total'],
  ['of other counts', { total: { value: 3.5, answered: 3, of: 3 } }, 'scores.total'],
  ['left out', {}, 'scores.total'],
  ['of a scale that is not', { another: { value: 1, answered: 1, of: 1 } }, 'scores.another'],
])('a score that is %s is refused by its scale', async (_, scores, path) => {
  const right = submission.scores;
  const wrong =
    Object.keys(scores).length === 0 ? { days: right['days']! } : { ...right, ...scores };
  const { status, faults } = await putContent({ ...submission, scores: wrong });
  expect([status, faults.map((fault) => fault.path)]).toEqual([422, [path]]);
});

test.each([
  ['says how long it is', { 'content-length': String(70 * 1024) }],
  ['does not say', {}],
])('a body above 64 kB is refused when it %s', async (_, headers) => {
  const body = JSON.stringify({ ...envelope, sealed: 'A'.repeat(70 * 1024) });
  const response = await own.collect(putRequest(submission.id, body, own.first, headers));
  expect(response.status).toBe(413);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', null])(
  'the content type %s is refused',
  async (type) => {
    const headers = { 'content-type': type };
    const body = JSON.stringify(envelope);
    // A text body brings its own content type; bytes do not.
    const bytes = new TextEncoder().encode(body);
    const response = await own.collect(putRequest(submission.id, bytes, own.first, headers));
    expect(response.status).toBe(415);
  },
);

test.each([
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e%2fadmin',
  `${exampleId(1)}%00`,
  '%F0%28%8C%28',
  'a'.repeat(5000),
  exampleId(1).slice(1),
])('the address %s is no way in', async (path) => {
  const { status } = await putBody(JSON.stringify(envelope), path);
  expect([404, 422]).toContain(status);
});

test.each([
  ['no key', { authorization: null }, 401],
  ['no token', { authorization: 'Bearer ' }, 401],
  ['another scheme', { authorization: 'Basic YWRtaW46eA==' }, 401],
  ['a wrong token', { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAA' }, 403],
])('a page with %s is refused', async (_, headers, status) => {
  const response = await own.put(submission, headers);
  expect(response.status).toBe(status);
});

test('the token of another program is refused', async () => {
  const response = await own.put(submission, { authorization: `Bearer ${own.second.writeToken}` });
  expect(response.status).toBe(403);
});

test('a program that is not there is refused like a wrong token', async () => {
  const elsewhere = { ...envelope, program: 'no-such-program' };
  const absent = await putBody(JSON.stringify(elsewhere));
  const wrong = await own.put(submission, { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAA' });
  expect([absent.status, absent.error]).toEqual([
    wrong.status,
    ((await wrong.json()) as Refused).error,
  ]);
});

test('no refusal repeats an answer, a code or a token', async () => {
  const telling = {
    ...submission,
    participant: 'SECRETCODE-BUT-MUCH-TOO-LONG',
    answers: { ...submission.answers, t1: 987654 },
  };
  const response = await own.put(telling as Submission);
  const text = await response.text();
  expect(response.status).toBe(422);
  for (const secret of ['SECRETCODE', '987654', own.first.writeToken]) {
    expect(text).not.toContain(secret);
  }
});
