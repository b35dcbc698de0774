import type { Store } from './store.js';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours or torn: handed on as it is, so that it is listed as unreadable and not lost.
    return text;
  }
}

/** Records in sessionStorage, where IndexedDB is refused: they last until the tab is closed. */
export function sessionStore(name: string, storage: Storage): Store {
  const prefix = `${name}:`;
  return {
    tier: 'session',
    entries: async () =>
      Object.entries(storage)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, text]) => [key.slice(prefix.length), parse(String(text))]),
    async change(key, next) {
      const text = storage.getItem(prefix + key);
      const old = text === null ? undefined : parse(text);
      const record = next(old);
      if (record === undefined) storage.removeItem(prefix + key);
      else if (record !== old) storage.setItem(prefix + key, JSON.stringify(record));
    },
    close: () => undefined,
  };
}
