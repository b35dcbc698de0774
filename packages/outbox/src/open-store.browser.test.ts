import { afterEach, expect, test } from 'vitest';
import { exampleKept } from './example-kept.js';
import { openStore } from './open-store.js';

const names: string[] = [];
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
  sessionStorage.clear();
});
function newName(): string {
  const name = `waymark-test-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

test('an ordinary page keeps in IndexedDB', async () => {
  const store = await openStore(newName());
  expect(store.tier).toBe('indexeddb');
  store.close();
});

test('a database that never opens gives way to sessionStorage', async () => {
  const name = newName();
  const held = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name, 1);
    request.onsuccess = () => resolve(request.result);
  });
  stops.push(() => held.close());
  // The open connection blocks the deletion, and the deletion blocks whoever opens next.
  indexedDB.deleteDatabase(name);
  const store = await openStore(name, { within: 100 });
  expect(store.tier).toBe('session');
  await store.change('one', () => 1);
  expect(await store.entries()).toEqual([['one', 1]]);
});

test('a database of a shape we did not make gives way to sessionStorage', async () => {
  const name = newName();
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(name, 1);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  expect((await openStore(name)).tier).toBe('session');
});

/** A module and all it imports as an import map, which even a sandboxed frame may load. */
async function importMap(entry: string): Promise<string> {
  const imports: Record<string, string> = {};
  const load = async (url: string) => {
    if (imports[url]) return;
    imports[url] = 'under way';
    const code = await (await fetch(url)).text();
    const absolute = (path: string) => new URL(path, url).href;
    const paths = [...code.matchAll(/(?:from|import)\s*"([./][^"]*)"/g)].map(([, path]) => path!);
    const bare = paths.reduce(
      (text, path) => text.replaceAll(`"${path}"`, `"${name(absolute(path))}"`),
      code,
    );
    imports[url] = `data:text/javascript,${encodeURIComponent(bare)}`;
    for (const path of paths) await load(absolute(path));
  };
  const name = (url: string) => `module:${url.slice(location.origin.length)}`;
  await load(entry);
  const named = Object.entries(imports).map(([url, code]) => [name(url), code]);
  return JSON.stringify({ imports: { ...Object.fromEntries(named), outbox: imports[entry] } });
}

test('a sandboxed frame keeps in memory, delivers, and says that it forgets', async () => {
  const map = await importMap(new URL('./open-outbox.ts', import.meta.url).href);
  const kept = JSON.stringify(await exampleKept());
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = `<script type="importmap">${map}</script><script type="module">
    import { openOutbox } from 'outbox';
    const refusals = [() => indexedDB.open('x'), () => sessionStorage.length].map((use) => {
      try { use(); return null; } catch (error) { return error.name; }
    });
    const outbox = await openOutbox({ fetch: async () => new Response(null, { status: 204 }) });
    await outbox.keep(${kept});
    const kept = await outbox.state();
    await outbox.deliver();
    parent.postMessage({ refusals, kept, delivered: await outbox.state() }, '*');
  </script>`;
  const told = new Promise((resolve) =>
    addEventListener('message', ({ data }) => data.refusals && resolve(data)),
  );
  document.body.append(frame);
  stops.push(() => frame.remove());
  expect(await told).toEqual({
    refusals: ['SecurityError', 'SecurityError'],
    kept: { tier: 'memory', waiting: 1, refused: 0 },
    delivered: { tier: 'memory', waiting: 0, refused: 0 },
  });
});
