import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Store } from './store.js';

const table = 'entries';

/** idb-keyval's custom store, with the strict durability its own `createStore` does not set. */
function strictStore(open: () => Promise<IDBDatabase>): UseStore {
  return async (mode, callback) => {
    const database = await open();
    return callback(database.transaction(table, mode, { durability: 'strict' }).objectStore(table));
  };
}

function opener(name: string, factory: IDBFactory) {
  let opening: Promise<IDBDatabase> | null = null;
  const close = () => {
    // A database that failed to open has nothing to close; whoever opened it was told.
    opening?.then((database) => database.close()).catch(() => undefined);
    opening = null;
  };
  const open = () => {
    if (opening) return opening;
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    return (opening = promisifyRequest(request).then(
      (database) => {
        // Browsers close databases on their own (memory pressure, "clear site data"): the next
        // use opens it again. Closing when asked lets someone else delete or upgrade it.
        database.onclose = () => (opening = null);
        database.onversionchange = close;
        return database;
      },
      (fault: unknown) => {
        opening = null;
        throw fault;
      },
    ));
  };
  return { open, close };
}

/** Records in IndexedDB; a change has been flushed to the disk before it resolves. */
export function indexedDbStore(name: string, factory: IDBFactory = indexedDB): Store {
  const { open, close } = opener(name, factory);
  const use = strictStore(open);
  return {
    tier: 'indexeddb',
    entries: () =>
      use('readonly', async (objects) => {
        const [keys, records] = await Promise.all([
          promisifyRequest(objects.getAllKeys()),
          promisifyRequest<unknown[]>(objects.getAll()),
        ]);
        return keys.map((key, i) => [String(key), records[i]]);
      }),
    change: (key, next) =>
      use('readwrite', async (objects) => {
        const record = next(await promisifyRequest<unknown>(objects.get(key)));
        if (record === undefined) objects.delete(key);
        else objects.put(record, key);
        return promisifyRequest(objects.transaction);
      }),
    close,
  };
}
