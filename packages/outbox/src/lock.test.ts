import { expect, test } from 'vitest';
import { lockFor } from './lock.js';
import { memoryStore } from './memory-store.js';

test('memory belongs to one outbox and needs no lock', async () => {
  const store = memoryStore();
  const never = { request: () => Promise.reject(new Error('locked')) } as unknown as LockManager;
  const lock = lockFor(store, { name: 'x', locks: never });
  expect(await lock('here', async () => (await store.entries()).length)).toBe(0);
});

test('without Web Locks work is done at once, and its failure is told', async () => {
  const lock = lockFor({ ...memoryStore(), tier: 'indexeddb' }, { name: 'x', locks: null });
  expect(await lock('here', () => lock('here', async () => 'done'))).toBe('done');
  await expect(lock('here', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
