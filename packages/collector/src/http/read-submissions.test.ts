import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminRequest, adminToken, openBench, type Bench } from '../../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../../fixtures/example-submission.js';

type Part = { submissions: { id: string }[]; next: number | null };

let own: Bench;
beforeAll(async () => {
  own = await openBench();
  const now = new Date(0);
  for (let i = 1; i <= 5; i += 1) {
    const program = i % 2 === 0 ? 'second-program' : 'first-program';
    await own.store.putOnce(await exampleSubmission({ id: exampleId(i), program }), now);
  }
});
afterAll(() => own.close());

async function read(query: string): Promise<Part> {
  const response = await own.collect(adminRequest(`/v1/submissions${query}`));
  expect(response.status).toBe(200);
  return (await response.json()) as Part;
}

const numbers = ({ submissions }: Part) => submissions.map(({ id }) => id);
const ids = (...wanted: number[]) => wanted.map(exampleId);

test('the admin reads every submission in the order they came', async () => {
  const part = await read('');
  expect([numbers(part), part.next]).toEqual([ids(1, 2, 3, 4, 5), null]);
});

test('the admin reads those of one program', async () => {
  expect(numbers(await read('?program=second-program'))).toEqual(ids(2, 4));
});

test('a program that is not there has no submissions', async () => {
  expect(numbers(await read('?program=nobody'))).toEqual([]);
});

test('parts follow one another without gap or overlap', async () => {
  const seen: string[] = [];
  let next: number | null = 0;
  while (next !== null) {
    const part: Part = await read(`?program=first-program&limit=2&after=${next}`);
    seen.push(...numbers(part));
    next = part.next;
  }
  expect(seen).toEqual(ids(1, 3, 5));
});

test.each([
  ['limit=0', 'limit'],
  ['limit=10001', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=ten', 'limit'],
  ['after=1.5', 'after'],
  ['after=;DROP TABLE submissions', 'after'],
])('%s is refused by its name', async (query, path) => {
  const response = await own.collect(adminRequest(`/v1/submissions?${query}`));
  const { faults } = (await response.json()) as { faults: { path: string }[] };
  expect([response.status, faults.map((fault) => fault.path)]).toEqual([422, [path]]);
});

test.each([
  ['nothing', '', 401],
  ['a wrong token', 'Bearer wrong', 403],
  ["a program's write token", 'write', 403],
  ['the token in the Basic scheme', `Basic ${btoa(`admin:${adminToken}`)}`, 401],
])('%s reads nothing', async (_, authorization, status) => {
  const given = authorization === 'write' ? `Bearer ${own.first.writeToken}` : authorization;
  const response = await own.collect(adminRequest('/v1/submissions', given));
  expect(response.status).toBe(status);
  expect(await response.json()).not.toHaveProperty('submissions');
});
