import type { Store } from './store.js';

/** The last resort, in a sandboxed frame for one: records are gone when the page is left. */
export function memoryStore(): Store {
  const records = new Map<string, unknown>();
  return {
    tier: 'memory',
    entries: () => Promise.resolve([...records]),
    async change(key, next) {
      const record = next(records.get(key));
      if (record === undefined) records.delete(key);
      else records.set(key, record);
    },
    close: () => undefined,
  };
}
