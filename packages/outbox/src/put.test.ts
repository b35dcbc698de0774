import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freshEntry } from './entry.js';
import { exampleKept } from './example-kept.js';
import { tryOnce, type Outcome } from './put.js';

type Handler = (request: IncomingMessage, answer: ServerResponse) => void;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A real server on this machine, standing in for a collector. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function tryAt(collector: string, timeout = 5000): Promise<Outcome> {
  const entry = freshEntry(await exampleKept(collector), 0);
  return tryOnce(entry, { fetch, now: () => 0, timeout });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

test('a collector gets the envelope under its id with the write token', async () => {
  const got: Promise<object>[] = [];
  const read = async (request: IncomingMessage) => {
    const { url, method, headers } = request;
    const { authorization, 'content-type': type } = headers;
    return { url, method, authorization, type, body: await bodyOf(request) };
  };
  const collector = await serve((request, answer) => {
    got.push(read(request));
    answer.writeHead(204).end();
  });
  const kept = await exampleKept(`${collector}/sub/`);
  const outcome = await tryOnce(freshEntry(kept, 0), { fetch, now: () => 0, timeout: 5000 });
  expect(outcome).toEqual({ is: 'taken' });
  expect(await Promise.all(got)).toEqual([
    {
      url: `/sub/v1/submissions/${kept.envelope.id}`,
      method: 'PUT',
      authorization: 'Bearer example-write-token',
      type: 'application/json',
      body: JSON.stringify(kept.envelope),
    },
  ]);
});

const waiting = (fault: string, all = false, rest = 0) => ({ is: 'waiting', fault, all, rest });

test.each([
  { status: 204, outcome: { is: 'taken' } },
  { status: 200, outcome: waiting('200') },
  { status: 200, headers: { 'content-type': 'text/html' }, outcome: waiting('200') },
  { status: 202, outcome: waiting('202') },
  { status: 400, outcome: { is: 'refused', reason: '400' } },
  { status: 401, outcome: { is: 'refused', reason: '401' } },
  { status: 403, outcome: { is: 'refused', reason: '403' } },
  { status: 404, outcome: { is: 'refused', reason: '404' } },
  { status: 409, outcome: { is: 'refused', reason: '409' } },
  { status: 413, outcome: { is: 'refused', reason: '413' } },
  { status: 408, outcome: waiting('408') },
  { status: 425, outcome: waiting('425') },
  { status: 429, outcome: waiting('429', true) },
  { status: 429, headers: { 'retry-after': '9' }, outcome: waiting('429', true, 9000) },
  { status: 500, outcome: waiting('500') },
  { status: 502, outcome: waiting('502') },
  { status: 503, headers: { 'retry-after': '2' }, outcome: waiting('503', true, 2000) },
  { status: 507, outcome: waiting('507') },
])('$status $headers means $outcome', async ({ status, headers = {}, outcome }) => {
  const collector = await serve((_, answer) => answer.writeHead(status, headers).end());
  expect(await tryAt(collector)).toEqual(outcome);
});

test('a refusal names the first fault by path and rule, and nothing else the server says', async () => {
  const fault = { path: 'answers.sc1', found: 'string', rule: 'must be number' };
  const collector = await serve((_, answer) =>
    answer.writeHead(422).end(JSON.stringify({ faults: [fault, fault], error: 'she answered 3' })),
  );
  expect(await tryAt(collector)).toEqual({
    is: 'refused',
    reason: '422 answers.sc1 must be number',
  });
});

test.each(['', 'not json', '{}', '{"faults":[]}', 'null'])(
  'a refusal that explains itself with %j is its status alone',
  async (body) => {
    const collector = await serve((_, answer) => answer.writeHead(422).end(body));
    expect(await tryAt(collector)).toEqual({ is: 'refused', reason: '422' });
  },
);

const noAnswer = waiting('no answer', true);

test('a collector that never answers is given up after the timeout', async () => {
  let closed = false;
  const collector = await serve((request) => request.on('close', () => (closed = true)));
  expect(await tryAt(collector, 100)).toEqual(noAnswer);
  await expect.poll(() => closed).toBe(true);
});

test('a collector that stops in the middle of explaining itself has refused all the same', async () => {
  const collector = await serve((_, answer) => void answer.writeHead(422).write('{"faults":['));
  expect(await tryAt(collector, 200)).toEqual({ is: 'refused', reason: '422' });
});

test('a connection that breaks is no answer', async () => {
  const collector = await serve((request) => request.socket.destroy());
  expect(await tryAt(collector)).toEqual(noAnswer);
});

test('nobody listening is no answer', async () => {
  expect(await tryAt('http://127.0.0.1:1')).toEqual(noAnswer);
});

test('a redirect is not followed, so the token goes nowhere else', async () => {
  let followed = 0;
  const elsewhere = await serve((_, answer) => {
    followed++;
    answer.writeHead(204).end();
  });
  const collector = await serve((_, answer) =>
    answer.writeHead(307, { location: elsewhere }).end(),
  );
  expect(await tryAt(collector)).toEqual(noAnswer);
  expect(followed).toBe(0);
});

test('large envelopes go without keepalive, and no request carries cookies or a referrer', async () => {
  const inits: RequestInit[] = [];
  const record = async (_: string, init: RequestInit) => {
    inits.push(init);
    return new Response(null, { status: 204 });
  };
  const small = freshEntry(await exampleKept(), 0);
  const large = { ...small, envelope: { ...small.envelope, sealed: 'A'.repeat(70_000) } };
  for (const entry of [small, large])
    await tryOnce(entry, { fetch: record, now: () => 0, timeout: 5000 });
  expect(inits.map(({ keepalive }) => keepalive)).toEqual([true, false]);
  expect(inits[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
});
