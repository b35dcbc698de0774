import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adminRequest, openBench, type Bench } from '../../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../../fixtures/example-submission.js';
import { onDisk, StoreUnavailable } from './store-unavailable.js';

let own: Bench;
let heard: Error[];
beforeEach(async () => {
  heard = [];
  own = await openBench({ failed: (error) => heard.push(error) });
});
afterEach(() => own.close());

async function storedIds(): Promise<string[]> {
  const response = await own.collect(adminRequest('/v1/submissions'));
  const { submissions } = (await response.json()) as { submissions: { id: string }[] };
  return submissions.map(({ id }) => id);
}

async function putUntilRefused(): Promise<{ taken: string[]; refused: Response }> {
  const taken: string[] = [];
  for (let i = 1; ; i += 1) {
    const submission = await exampleSubmission({ id: exampleId(i) });
    const response = await own.put(submission);
    if (response.status !== 204) return { taken, refused: response };
    taken.push(submission.id);
  }
}

test('on a full disk a submission is refused for now and exactly what was acknowledged is there', async () => {
  const pages = Number(own.db.pragma('page_count', { simple: true }));
  own.db.pragma(`max_page_count = ${pages + 2}`);
  const { taken, refused } = await putUntilRefused();
  expect(taken.length).toBeGreaterThan(0);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('30');
  expect(refused.headers.get('access-control-allow-origin')).toBe('https://first.example');
  expect(refused.headers.get('access-control-expose-headers')).toBe('Retry-After');
  expect(await storedIds()).toEqual(taken);
  expect(heard[0]?.message).toBe(`The disk that holds ${own.file} is full: free some space.`);
});

test('once there is space again the same submission is taken', async () => {
  const pages = Number(own.db.pragma('page_count', { simple: true }));
  own.db.pragma(`max_page_count = ${pages + 2}`);
  const { taken } = await putUntilRefused();
  own.db.pragma(`max_page_count = ${pages + 100}`);
  const next = await exampleSubmission({ id: exampleId(taken.length + 1) });
  expect((await own.put(next)).status).toBe(204);
  expect(await storedIds()).toEqual([...taken, next.id]);
});

test('a database that may only be read acknowledges nothing', async () => {
  own.db.pragma('query_only = ON');
  const response = await own.put(await exampleSubmission());
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await response.json()).toEqual({
    error: 'The collector cannot store anything now.',
    faults: [],
  });
  expect(await storedIds()).toEqual([]);
  expect(heard[0]?.message).toMatch(
    /is read-only: let the user who runs the collector write to it/,
  );
});

test('a database that another program holds for too long acknowledges nothing', async () => {
  own.db.pragma('busy_timeout = 50');
  const holder = new Sqlite(own.file);
  holder.exec('BEGIN IMMEDIATE');
  const response = await own.put(await exampleSubmission());
  expect(response.status).toBe(503);
  holder.exec('ROLLBACK');
  holder.close();
  expect(await storedIds()).toEqual([]);
  expect((await own.put(await exampleSubmission())).status).toBe(204);
});

test('an error that is not the disk or the file is passed on as it is', () => {
  const own = new RangeError('work requires a whole number');
  expect(() =>
    onDisk('waymark.db', () => {
      throw own;
    }),
  ).toThrow(own);
  expect(() =>
    onDisk('waymark.db', () => {
      throw new Sqlite.SqliteError('no such disk', 'SQLITE_IOERR_FSYNC');
    }),
  ).toThrow(StoreUnavailable);
});
