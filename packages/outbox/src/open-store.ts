import { indexedDbStore } from './indexeddb-store.js';
import { memoryStore } from './memory-store.js';
import { sessionStore } from './session-store.js';
import type { Store } from './store.js';

function orTooLate<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * The most lasting store this page may use: IndexedDB, else sessionStorage, else memory. A
 * store counts as usable once it could be read. IndexedDB gets `within` milliseconds (default
 * 5000), because a blocked database never answers at all.
 */
export async function openStore(name: string, { within = 5000 } = {}): Promise<Store> {
  const tiers: readonly (() => Store)[] = [
    () => indexedDbStore(name),
    () => sessionStore(name, sessionStorage),
  ];
  for (const tier of tiers) {
    try {
      const store = tier();
      await orTooLate(store.entries(), within);
      return store;
    } catch {
      // Merely naming `indexedDB` or `sessionStorage` throws in a sandboxed frame and outside
      // a browser; the next tier answers it, and `tier` in the state tells the page.
    }
  }
  return memoryStore();
}
