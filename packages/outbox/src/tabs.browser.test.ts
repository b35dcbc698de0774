import { afterEach, expect, test } from 'vitest';
import { exampleKept } from './example-kept.js';
import type { Entry } from './entry.js';
import { openOutbox } from './open-outbox.js';
import type { Outbox, OutboxState } from './outbox.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A page of its own on this origin: its own globals, connection, locks and channel. */
async function openTab(name: string, fetch: (url: string) => Promise<Response>): Promise<Outbox> {
  const frame = document.createElement('iframe');
  const url = new URL('./open-outbox.ts', import.meta.url).href;
  frame.srcdoc = `<script type="module">
    import { openOutbox } from '${url}';
    window.openOutbox = openOutbox;
  </script>`;
  document.body.append(frame);
  stops.push(() => frame.remove());
  const page = () => frame.contentWindow as (Window & { openOutbox?: typeof openOutbox }) | null;
  await expect.poll(() => typeof page()?.openOutbox, { timeout: 10_000 }).toBe('function');
  return page()!.openOutbox!({ name, fetch });
}

test('pages racing to deliver the same submissions send each of them once', async () => {
  const name = `waymark-test-${crypto.randomUUID()}`;
  stops.push(() => indexedDB.deleteDatabase(name));
  const puts: string[] = [];
  const fetch = async (url: string) => {
    puts.push(url.slice(-22));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return new Response(null, { status: 204 });
  };
  const here = await openOutbox({ name, fetch });
  stops.push(() => here.close());
  const tabs = [here, await openTab(name, fetch), await openTab(name, fetch)];
  const kept = await Promise.all([1, 2, 3, 4, 5].map(() => exampleKept()));
  for (const one of kept) await here.keep(one);
  await Promise.all(tabs.map((tab) => tab.deliver()));
  expect(puts.sort()).toEqual(kept.map(({ envelope }) => envelope.id).sort());
  expect(await here.state()).toEqual({ tier: 'indexeddb', waiting: 0, refused: 0 });
});

test('one page hears and sees what another page keeps', async () => {
  const name = `waymark-test-${crypto.randomUUID()}`;
  stops.push(() => indexedDB.deleteDatabase(name));
  const fetch = async () => new Response(null, { status: 204 });
  const here = await openOutbox({ name, fetch });
  stops.push(() => here.close());
  const there = await openTab(name, fetch);
  const heard: OutboxState[] = [];
  here.onChange((state) => heard.push(state));
  const kept = await exampleKept();
  await there.keep(kept);
  await expect.poll(() => heard).toEqual([{ tier: 'indexeddb', waiting: 1, refused: 0 }]);
  expect(await here.entries()).toMatchObject([kept satisfies Partial<Entry>]);
  await here.deliver();
  expect(await there.state()).toMatchObject({ waiting: 0 });
});
