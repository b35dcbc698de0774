import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { exampleId, exampleSubmission } from '../../fixtures/example-submission.js';
import { openSqlite } from './open-sqlite.js';
import { sqliteStore } from './sqlite-store.js';
import type { Store, StoredProgram } from './store.js';

type Place = {
  /** Opens the store at a place that is kept until the test is over; also a second time. */
  readonly open: () => Promise<Store>;
};

/** Every store passes the same tests; an adapter is one more line here. */
const adapters: readonly (readonly [name: string, place: () => Promise<Place>])[] = [
  [
    'SQLite',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'waymark-store-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      return { open: async () => sqliteStore(openSqlite(join(folder, 'waymark.db'))) };
    },
  ],
];

const takenAt = new Date('2026-03-01T12:00:00Z');

function program(id: string, fields: Partial<StoredProgram> = {}): StoredProgram {
  return {
    id,
    name: `Program ${id}`,
    origins: [`https://${id}.example`],
    keyId: 'key',
    publicKey: 'public',
    privateKey: 'private',
    writeTokenHash: 'hash',
    createdAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

describe.each(adapters)('a store in %s', (_, makePlace) => {
  let place: Place;
  let store: Store;

  beforeEach(async () => {
    place = await makePlace();
    store = await place.open();
    await store.addProgram(program('first-program'));
    await store.addProgram(program('second-program'));
  });

  const all = async () => {
    const rows = await store.submissions({ after: 0, limit: 100 });
    return rows.map((row) => row.submission);
  };

  test('keeps a submission as it was put', async () => {
    const submission = await exampleSubmission();
    expect(await store.putOnce(submission, takenAt)).toBe('stored');
    expect(await all()).toEqual([submission]);
  });

  test('knows the same submission again, however its fields are ordered', async () => {
    const submission = await exampleSubmission();
    await store.putOnce(submission, takenAt);
    const turned = Object.fromEntries(Object.entries(submission).reverse()) as typeof submission;
    expect(await store.putOnce(turned, new Date())).toBe('same');
    expect(await all()).toHaveLength(1);
  });

  test.each(['first-program', 'second-program'])(
    'tells other content of %s under a taken id and keeps what it had',
    async (owner) => {
      const submission = await exampleSubmission();
      await store.putOnce(submission, takenAt);
      const other = { ...submission, program: owner, participant: 'CODE-9999' };
      expect(await store.putOnce(other, takenAt)).toBe('different');
      expect(await all()).toEqual([submission]);
    },
  );

  test('keeps everything over closing and opening', async () => {
    const submission = await exampleSubmission();
    await store.putOnce(submission, takenAt);
    await store.claimAdmin('hash');
    await store.close();
    store = await place.open();
    expect(await all()).toEqual([submission]);
    expect(await store.putOnce(submission, takenAt)).toBe('same');
    expect((await store.programs()).map(({ id }) => id)).toEqual([
      'first-program',
      'second-program',
    ]);
    expect(await store.adminTokenHash()).toBe('hash');
  });

  test('reads submissions in the order they came, of all or of one program, in parts', async () => {
    for (const [i, owner] of ['first', 'second', 'first', 'first'].entries()) {
      const id = exampleId(9 - i);
      await store.putOnce(await exampleSubmission({ id, program: `${owner}-program` }), takenAt);
    }
    const part = await store.submissions({ program: 'first-program', after: 0, limit: 2 });
    expect(part.map((row) => row.submission.id)).toEqual([exampleId(9), exampleId(7)]);
    const after = part.at(-1)!.place;
    const rest = await store.submissions({ program: 'first-program', after, limit: 2 });
    expect(rest.map((row) => row.submission.id)).toEqual([exampleId(6)]);
    const everyone = (await all()).map(({ id }) => id);
    expect(everyone).toEqual([9, 8, 7, 6].map(exampleId));
  });

  test('has what it keeps, and nothing else under its id', async () => {
    const submission = await exampleSubmission();
    expect(await store.has(submission)).toBe(false);
    await store.putOnce(submission, takenAt);
    expect(await store.has(submission)).toBe(true);
    expect(await store.has({ ...submission, participant: 'RH-9999' })).toBe(false);
  });

  const wording = {
    instrument: 'example-together',
    version: '1.0.0',
    language: 'en',
    contentHash: 'a'.repeat(64),
  };

  test('knows a wording that was ever handed out, also after closing and opening', async () => {
    expect(await store.knowsWording(wording)).toBe(false);
    await store.keepWordings([wording, { ...wording, language: 'es' }], takenAt);
    await store.keepWordings([wording], new Date());
    await store.keepWordings([], new Date());
    await store.close();
    store = await place.open();
    expect(await store.knowsWording(wording)).toBe(true);
    expect(await store.knowsWording({ ...wording, language: 'es' })).toBe(true);
  });

  test.each([
    { instrument: 'example-kept-back' },
    { version: '1.0.1' },
    { language: 'fr' },
    { contentHash: 'b'.repeat(64) },
  ])('does not know a wording that differs in %j', async (difference) => {
    await store.keepWordings([wording], takenAt);
    expect(await store.knowsWording({ ...wording, ...difference })).toBe(false);
  });

  test('refuses a submission of a program that it does not have', async () => {
    const putting = store.putOnce(await exampleSubmission({ program: 'nobody' }), takenAt);
    await expect(putting).rejects.toThrow();
    expect(await all()).toEqual([]);
  });

  test('gives a program with its keys, or nothing', async () => {
    expect(await store.program('first-program')).toEqual(program('first-program'));
    expect(await store.program('nobody')).toBeUndefined();
  });

  test('lists programs without their keys', async () => {
    const [first] = await store.programs();
    expect(first).toEqual({
      id: 'first-program',
      name: 'Program first-program',
      origins: ['https://first-program.example'],
    });
  });

  test('leaves a program as it is when its id is added again', async () => {
    expect(await store.addProgram(program('first-program', { publicKey: 'other' }))).toBe(false);
    expect((await store.program('first-program'))?.publicKey).toBe('public');
  });

  test.each([
    ['https://first-program.example', true],
    ['https://second-program.example', true],
    ['https://first-program', false],
    ['%', false],
    ['', false],
  ])('says of the origin "%s": %s', async (origin, known) => {
    expect(await store.knowsOrigin(origin)).toBe(known);
  });

  test('takes one admin token and no second', async () => {
    expect(await store.adminTokenHash()).toBeUndefined();
    expect(await store.claimAdmin('first')).toBe(true);
    expect(await store.claimAdmin('second')).toBe(false);
    expect(await store.adminTokenHash()).toBe('first');
  });

  test('is of another revision after a change by anyone, and of the same one otherwise', async () => {
    const neighbour = await place.open();
    const submission = await exampleSubmission();
    const seen = [await store.revision()];
    await store.putOnce(submission, takenAt);
    seen.push(await store.revision());
    await neighbour.addProgram(program('third-program'));
    seen.push(await store.revision());
    await store.putOnce(submission, takenAt);
    await all();
    expect(await store.revision()).toBe(seen.at(-1));
    expect(new Set(seen).size).toBe(3);
    await neighbour.close();
  });

  test('stores once what two neighbours put at once', async () => {
    const neighbour = await place.open();
    const submissions = await Promise.all(
      Array.from({ length: 20 }, (_, i) => exampleSubmission({ id: exampleId(i) })),
    );
    const kept = await Promise.all(
      submissions.flatMap((s) => [store.putOnce(s, takenAt), neighbour.putOnce(s, takenAt)]),
    );
    expect(kept.filter((result) => result === 'stored')).toHaveLength(20);
    expect(kept.filter((result) => result === 'same')).toHaveLength(20);
    await neighbour.close();
  });
});
