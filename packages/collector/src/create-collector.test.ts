import { expect, onTestFinished, test } from 'vitest';
import { adminRequest, openBench, pageOrigin, putRequest, type Bench } from '../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../fixtures/example-submission.js';
import { sealed } from '../fixtures/sealed.js';

async function bench(...parts: Parameters<typeof openBench>): Promise<Bench> {
  const opened = await openBench(...parts);
  onTestFinished(opened.close);
  return opened;
}

async function stored({ collect }: Bench): Promise<unknown[]> {
  const response = await collect(adminRequest('/v1/submissions'));
  const { submissions } = (await response.json()) as { submissions: unknown[] };
  return submissions;
}

test('a submission that was put is there to read, as it was', async () => {
  const own = await bench();
  const submission = await exampleSubmission();
  const response = await own.put(submission);
  expect(response.status).toBe(204);
  expect(await response.text()).toBe('');
  expect(await stored(own)).toEqual([submission]);
});

test('a submission that is put again, sealed anew, is stored once and acknowledged again', async () => {
  const own = await bench();
  const submission = await exampleSubmission();
  expect((await own.put(submission)).status).toBe(204);
  expect((await own.put(submission)).status).toBe(204);
  expect(await stored(own)).toHaveLength(1);
});

test('other content under an id that is taken is refused and changes nothing', async () => {
  const own = await bench();
  const submission = await exampleSubmission();
  await own.put(submission);
  const response = await own.put({ ...submission, participant: 'CODE-0002' });
  expect(response.status).toBe(409);
  expect(await stored(own)).toEqual([submission]);
});

test('a hundred identical requests at once store one submission', async () => {
  const own = await bench();
  const submission = await exampleSubmission();
  const envelope = JSON.stringify(await sealed(submission, own.first.publicKey, submission));
  const responses = await Promise.all(
    Array.from({ length: 100 }, () => own.collect(putRequest(submission.id, envelope, own.first))),
  );
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([204]));
  expect(await stored(own)).toHaveLength(1);
});

test('of two different submissions at once under one id exactly one is stored', async () => {
  const own = await bench();
  const submissions = [
    await exampleSubmission({ participant: 'CODE-0001' }),
    await exampleSubmission({ participant: 'CODE-0002' }),
  ];
  const responses = await Promise.all(submissions.map((submission) => own.put(submission)));
  expect(responses.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await stored(own)).toHaveLength(1);
});

test('says that it is healthy', async () => {
  const { collect } = await bench();
  const response = await collect(new Request('https://collect.example/v1/health'));
  expect([response.status, await response.json()]).toEqual([200, { healthy: true }]);
});

test('a failure nobody foresaw is a 500 without details, and its keeper hears of it', async () => {
  const heard: Error[] = [];
  const own = await bench({ failed: (error) => heard.push(error) });
  own.db.exec('DROP TABLE submissions');
  const response = await own.put(await exampleSubmission());
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    error: 'The collector failed; nothing was stored.',
    faults: [],
  });
  expect(heard.map(({ message }) => message)).toEqual(['no such table: submissions']);
});

test.each([
  ['GET', '/'],
  ['GET', '/v1'],
  ['POST', '/v1/submissions'],
  ['DELETE', `/v1/submissions/${exampleId(1)}`],
  ['GET', `/v1/submissions/${exampleId(1)}`],
  ['GET', '/report'],
  ['GET', '/waymark.js'],
])('%s %s is nothing that this collector has', async (method, path) => {
  const { collect } = await bench();
  const response = await collect(new Request(`https://collect.example${path}`, { method }));
  expect(response.status).toBe(404);
});

test('every response keeps a browser strict', async () => {
  const own = await bench();
  const responses = [
    await own.put(await exampleSubmission(), { origin: pageOrigin }),
    await own.put(await exampleSubmission(), { authorization: null }),
    await own.collect(new Request('https://collect.example/p/first-program')),
    await own.collect(new Request('https://collect.example/nothing')),
  ];
  for (const { headers } of responses) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'/,
    );
  }
});
