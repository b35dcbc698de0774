import { afterEach, expect, test, vi } from 'vitest';
import { exampleKept } from './example-kept.js';
import { indexedDbStore } from './indexeddb-store.js';
import { openOutbox } from './open-outbox.js';
import type { Store } from './store.js';

const opened: { name: string; store: Store }[] = [];
function open(name = `waymark-test-${crypto.randomUUID()}`) {
  const store = indexedDbStore(name);
  opened.push({ name, store });
  return { name, store };
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const { name, store } of opened.splice(0)) {
    store.close();
    indexedDB.deleteDatabase(name);
  }
});

test('a change is flushed to the disk, and complete, before it resolves', async () => {
  const transactions: IDBTransaction[] = [];
  let completed = 0;
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...how: Parameters<typeof begin>
  ) {
    const transaction = begin.apply(this, how);
    transaction.addEventListener('complete', () => completed++);
    transactions.push(transaction);
    return transaction;
  });
  const { store } = open();
  await store.change('one', () => 1);
  expect(transactions.map(({ mode, durability }) => ({ mode, durability }))).toEqual([
    { mode: 'readwrite', durability: 'strict' },
  ]);
  expect(completed).toBe(1);
});

test('changes to one record from two places follow each other', async () => {
  const { name, store } = open();
  const other = open(name).store;
  const add = (old: unknown) => Number(old ?? 0) + 1;
  await Promise.all([1, 2, 3, 4].map((i) => (i % 2 ? store : other).change('count', add)));
  expect(await store.entries()).toEqual([['count', 4]]);
});

test('undefined forgets a record', async () => {
  const { store } = open();
  await store.change('one', () => 1);
  await store.change('one', () => undefined);
  expect(await store.entries()).toEqual([]);
});

test('a change that throws leaves the record as it was', async () => {
  const { store } = open();
  await store.change('one', () => 1);
  await expect(store.change('one', () => () => 'functions cannot be stored')).rejects.toThrow();
  expect(await store.entries()).toEqual([['one', 1]]);
});

test('after the database was closed under it, the store opens it again', async () => {
  const { name, store } = open();
  await store.change('one', () => 1);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked'));
  });
  await store.change('two', () => 2);
  expect(await store.entries()).toEqual([['two', 2]]);
});

type Buckets = {
  open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
};

test('on a device without room keep says so, and what was kept before stays', async () => {
  // A storage bucket has a quota of its own, so the browser itself runs out of room here.
  const { storageBuckets } = navigator as Navigator & { storageBuckets: Buckets };
  const name = `waymark-test-${crypto.randomUUID()}`;
  const bucket = await storageBuckets.open(name, { quota: 200_000 });
  const outbox = await openOutbox({ name, store: indexedDbStore(name, bucket.indexedDB) });
  const first = await exampleKept();
  await outbox.keep(first);
  const large = await exampleKept();
  const envelope = { ...large.envelope, sealed: 'A'.repeat(2_000_000) };
  await expect(outbox.keep({ ...large, envelope })).rejects.toMatchObject({
    name: 'OutboxError',
    fault: 'full device',
  });
  expect(await outbox.entries()).toMatchObject([first]);
  outbox.close();
  await storageBuckets.delete(name);
});
