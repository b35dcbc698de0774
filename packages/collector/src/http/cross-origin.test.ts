import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBench, pageOrigin, type Bench } from '../../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../../fixtures/example-submission.js';

let own: Bench;
beforeAll(async () => void (own = await openBench()));
afterAll(() => own.close());

const other = 'https://second.example';
const stranger = 'https://stranger.example';
const allowing = 'access-control-allow-origin';

function ask(origin: string): Promise<Response> {
  const url = `https://collect.example/v1/submissions/${exampleId(1)}`;
  const headers = {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,content-type',
  };
  return own.collect(new Request(url, { method: 'OPTIONS', headers }));
}

test.each([pageOrigin, other])('a browser on %s may send', async (origin) => {
  const { status, headers } = await ask(origin);
  expect(status).toBe(204);
  expect(Object.fromEntries(headers)).toMatchObject({
    [allowing]: origin,
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '7200',
    vary: 'Origin',
  });
});

test.each([stranger, 'null', `${pageOrigin}.stranger.example`, 'http://first.example', '*'])(
  'a browser on %s may not send',
  async (origin) => {
    const { status, headers } = await ask(origin);
    expect([status, headers.get(allowing), headers.get('vary')]).toEqual([403, null, 'Origin']);
  },
);

test.each([
  ['of the program', pageOrigin, 204, pageOrigin],
  ['of the collector itself', 'https://collect.example', 204, 'https://collect.example'],
  ['of the collector behind a proxy', 'http://collect.example', 204, 'http://collect.example'],
  ['of another program', other, 403, null],
  ['of nobody', stranger, 403, null],
  ['of a sandboxed frame', 'null', 403, null],
])('a page %s gets %s: %i', async (_, origin, status, allowed) => {
  const response = await own.put(await exampleSubmission(), { origin });
  expect([response.status, response.headers.get(allowing)]).toEqual([status, allowed]);
  expect(response.headers.get('vary')).toBe('Origin');
});

test('what is not a browser needs no origin', async () => {
  const response = await own.put(await exampleSubmission(), { origin: null });
  expect([response.status, response.headers.get(allowing)]).toEqual([204, null]);
});

test.each([
  ['no key', { authorization: null }, 401],
  ['a wrong key', { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAA' }, 403],
  ['a wrong content type', { 'content-type': 'text/plain' }, 415],
])('a page with %s can read that it was refused', async (_, headers, status) => {
  const response = await own.put(await exampleSubmission(), headers);
  expect([response.status, response.headers.get(allowing)]).toEqual([status, pageOrigin]);
});

test.each(['/v1/submissions', '/v1/health', '/p/first-program'])(
  '%s is for no page of another origin',
  async (path) => {
    const headers = { origin: pageOrigin };
    const response = await own.collect(new Request(`https://collect.example${path}`, { headers }));
    expect(response.headers.get(allowing)).toBeNull();
  },
);
