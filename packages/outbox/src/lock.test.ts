import { expect, test } from 'vitest';
import { isLease, leaseLock, lockFor } from './lock.js';
import { memoryStore } from './memory-store.js';

/** Work that is done when told. */
function slowWork() {
  let finish: () => void = () => undefined;
  const done = new Promise<string>((resolve) => (finish = () => resolve('done')));
  return { work: () => done, finish };
}

test('while one tab holds a lease, another one is told so', async () => {
  const store = memoryStore();
  const lock = leaseLock(store, () => 0);
  const { work, finish } = slowWork();
  const first = lock('here', work);
  expect(await lock('here', async () => 'twice')).toBe(null);
  expect(await lock('elsewhere', async () => 'fine')).toBe('fine');
  finish();
  expect(await first).toBe('done');
  expect(await lock('here', async () => 'free again')).toBe('free again');
  expect(await store.entries()).toEqual([]);
});

test('failed work gives its lease back', async () => {
  const lock = leaseLock(memoryStore(), () => 0);
  await expect(lock('here', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lock('here', async () => 'free')).toBe('free');
});

test.each([
  { record: { until: 50 }, at: 49, free: false },
  { record: { until: 50 }, at: 50, free: true },
  { record: { until: 5000 }, at: 0, free: true },
  { record: 'torn', at: 0, free: true },
  { record: null, at: 0, free: true },
])('at $at the lease $record left behind is free: $free', async ({ record, at, free }) => {
  const store = memoryStore();
  await store.change('lease:here', () => record);
  const lock = leaseLock(store, () => at, 100);
  expect(await lock('here', async () => 'ours')).toBe(free ? 'ours' : null);
});

test('a lease is told from a submission by its key', () => {
  expect(isLease('lease:https://a.example')).toBe(true);
  expect(isLease('AAAAAAAAAAAAAAAAAAAAAA')).toBe(false);
});

test('memory belongs to one outbox and needs no lock', async () => {
  const store = memoryStore();
  const lock = lockFor(store, { name: 'x', now: () => 0, locks: null });
  expect(await lock('here', async () => (await store.entries()).length)).toBe(0);
});
