import { afterEach, describe, expect, test } from 'vitest';
import { exampleKept } from './example-kept.js';
import { indexedDbStore } from './indexeddb-store.js';
import { memoryStore } from './memory-store.js';
import { openOutbox } from './open-outbox.js';
import { OutboxError } from './outbox-error.js';
import type { Outbox, OutboxOptions, OutboxState } from './outbox.js';
import type { Fetch } from './put.js';
import { sessionStore } from './session-store.js';
import type { Store, Tier } from './store.js';

const here = 'https://collect.example.org';
const elsewhere = 'https://other.example.net';
const stores: Readonly<Record<Tier, (name: string) => Store>> = {
  indexeddb: (name) => indexedDbStore(name),
  session: (name) => sessionStore(name, sessionStorage),
  memory: () => memoryStore(),
};

/** A collector as the network sees it: it answers in turn, the last answer for ever. */
function collector(...answers: (() => Response | Promise<Response>)[]) {
  const puts: string[] = [];
  const fetch: Fetch = async (url) => {
    puts.push(url);
    return answers[Math.min(puts.length, answers.length) - 1]!();
  };
  return { puts, fetch };
}
const status =
  (code: number, headers = {}) =>
  () =>
    new Response(null, { status: code, headers });
const cutOff = () => Promise.reject(new TypeError('Failed to fetch'));
const idOf = (url: string) => url.slice(-22);

const opened: { outbox: Outbox; name: string }[] = [];
afterEach(async () => {
  for (const { outbox, name } of opened.splice(0)) {
    outbox.close();
    indexedDB.deleteDatabase(name);
  }
  sessionStorage.clear();
});

describe.each(['indexeddb', 'session', 'memory'] as const)('in %s', (tier) => {
  const fresh = () => {
    const name = `waymark-test-${crypto.randomUUID()}`;
    return { name, store: stores[tier](name) };
  };
  async function open(options: OutboxOptions = {}) {
    const { name, store } = { ...fresh(), ...options };
    const world = { name, store, random: () => 1, ...options };
    const outbox = await openOutbox(world);
    opened.push({ outbox, name });
    return { outbox, name, store };
  }
  /** The same place opened anew, as a later page or another tab would. */
  const again = (name: string, store: Store) => (tier === 'memory' ? store : stores[tier](name));

  test('a new outbox is empty and says where it keeps things', async () => {
    const { outbox } = await open();
    expect(await outbox.state()).toEqual({ tier, waiting: 0, refused: 0 });
    expect(await outbox.entries()).toEqual([]);
  });

  test('what was kept is there for a later page, sealed', async () => {
    const { outbox, name, store } = await open();
    const kept = await exampleKept(here);
    await outbox.keep(kept);
    const records = await again(name, store).entries();
    expect(records).toMatchObject([[kept.envelope.id, kept]]);
    expect(JSON.stringify(records)).not.toMatch(/424242|EXAMPLE-0042|prefer-not/);
  });

  test('what was kept is delivered once and then forgotten', async () => {
    const { fetch, puts } = collector(status(204));
    const { outbox } = await open({ fetch });
    const kept = await exampleKept(here);
    await outbox.keep(kept);
    await outbox.deliver();
    await outbox.deliver();
    expect(puts).toEqual([`${here}/v1/submissions/${kept.envelope.id}`]);
    expect(await outbox.state()).toEqual({ tier, waiting: 0, refused: 0 });
  });

  test('kept twice, the first envelope stays', async () => {
    const { outbox } = await open();
    const kept = await exampleKept(here);
    await outbox.keep(kept);
    await outbox.keep({ ...kept, envelope: { ...kept.envelope, sealed: 'other' } });
    expect(await outbox.entries()).toMatchObject([kept]);
  });

  test('a collector in trouble is tried again after 2, 4 and 8 seconds, not before', async () => {
    let now = 1_000_000;
    const { fetch, puts } = collector(status(500), status(500), status(500), status(204));
    const { outbox } = await open({ fetch, now: () => now });
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    for (const [tries, wait] of [2000, 4000, 8000].entries()) {
      expect(await outbox.entries()).toMatchObject([{ tries: tries + 1, nextTryAt: now + wait }]);
      now += wait - 1;
      await outbox.deliver();
      expect(puts).toHaveLength(tries + 1);
      now += 1;
      await outbox.deliver();
      expect(puts).toHaveLength(tries + 2);
    }
    expect(await outbox.entries()).toEqual([]);
  });

  test('what found no answer is tried again as soon as there is reason to', async () => {
    const { fetch, puts } = collector(cutOff, status(204));
    const { outbox } = await open({ fetch, now: () => 0 });
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    expect(await outbox.entries()).toMatchObject([
      { tries: 1, nextTryAt: 2000, refused: null, lastFault: 'no answer' },
    ]);
    await outbox.deliver();
    expect(puts).toHaveLength(2);
    expect(await outbox.state()).toMatchObject({ waiting: 0 });
  });

  test('a clock that was put back does not hold anything up for long', async () => {
    let now = Date.parse('2036-01-01');
    const { fetch } = collector(status(500), status(204));
    const { outbox } = await open({ fetch, now: () => now });
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    now = Date.parse('2026-01-01');
    await outbox.deliver();
    expect(await outbox.state()).toMatchObject({ waiting: 0 });
  });

  test('Retry-After is kept to, for all that goes to that collector and for no other', async () => {
    let now = 0;
    const puts: string[] = [];
    const fetch: Fetch = async (url) => {
      puts.push(url);
      if (url.startsWith(elsewhere) || now >= 60_000) return new Response(null, { status: 204 });
      return new Response(null, { status: 429, headers: { 'retry-after': '60' } });
    };
    const { outbox } = await open({ fetch, now: () => now });
    for (const to of [here, here, here, elsewhere]) await outbox.keep(await exampleKept(to));
    await outbox.deliver();
    expect(puts.map((url) => new URL(url).origin).sort()).toEqual([here, elsewhere]);
    now = 59_999;
    await outbox.deliver();
    expect(puts).toHaveLength(2);
    now = 60_000;
    await outbox.deliver();
    expect(await outbox.state()).toMatchObject({ waiting: 0 });
  });

  test('a collector that hangs does not hold up another one', async () => {
    let delivered: () => void = () => undefined;
    const other = new Promise<void>((resolve) => (delivered = resolve));
    const fetch: Fetch = async (url, { signal }) => {
      if (url.startsWith(elsewhere)) {
        delivered();
        return new Response(null, { status: 204 });
      }
      return new Promise((_, reject) => signal!.addEventListener('abort', reject));
    };
    const { outbox } = await open({ fetch, timeout: 300 });
    for (const to of [here, elsewhere]) await outbox.keep(await exampleKept(to));
    const round = outbox.deliver();
    await other;
    await expect.poll(() => outbox.state()).toMatchObject({ waiting: 1 });
    await round;
    expect(await outbox.entries()).toMatchObject([{ collector: here, lastFault: 'no answer' }]);
  });

  test('one submission that always times out does not hold up the others', async () => {
    const stuck = await exampleKept(here);
    const fetch: Fetch = async (url) =>
      idOf(url) === stuck.envelope.id ? cutOff() : new Response(null, { status: 204 });
    const { outbox } = await open({ fetch });
    await outbox.keep(stuck);
    for (let i = 0; i < 3; i++) await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    await outbox.deliver();
    expect(await outbox.entries()).toMatchObject([{ envelope: { id: stuck.envelope.id } }]);
  });

  test('taken but cut off before the answer: sent again, stored once', async () => {
    const stored = new Map<string, string>();
    let tries = 0;
    const fetch: Fetch = async (url, { body, signal }) => {
      const had = stored.get(url);
      stored.set(url, String(body));
      if (had && had !== body) return new Response(null, { status: 409 });
      if (++tries > 1) return new Response(null, { status: 204 });
      return new Promise((_, reject) => signal!.addEventListener('abort', reject));
    };
    const { outbox } = await open({ fetch, timeout: 50 });
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    expect(await outbox.state()).toMatchObject({ waiting: 1 });
    await outbox.deliver();
    expect(await outbox.state()).toEqual({ tier, waiting: 0, refused: 0 });
    expect({ tries, stored: stored.size }).toEqual({ tries: 2, stored: 1 });
  });

  test('a refused one is set aside with the reason, and goes when released', async () => {
    const faults = [{ path: 'answers.sc1', rule: 'must be number' }];
    const { fetch, puts } = collector(
      () => Response.json({ faults }, { status: 422 }),
      status(204),
    );
    const { outbox } = await open({ fetch });
    const kept = await exampleKept(here);
    await outbox.keep(kept);
    await outbox.deliver();
    await outbox.deliver();
    expect(puts).toHaveLength(1);
    expect(await outbox.state()).toEqual({ tier, waiting: 0, refused: 1 });
    expect(await outbox.entries()).toMatchObject([
      { ...kept, refused: '422 answers.sc1 must be number' },
    ]);
    await outbox.release(kept.envelope.id);
    expect(await outbox.state()).toEqual({ tier, waiting: 1, refused: 0 });
    await outbox.deliver();
    expect(await outbox.state()).toEqual({ tier, waiting: 0, refused: 0 });
  });

  test.each([
    { code: 401, later: 0 },
    { code: 403, later: 0 },
    { code: 404, later: 0 },
    { code: 409, later: 1 },
    { code: 400, later: 1 },
  ])('after $code the next page still holds $later', async ({ code, later }) => {
    const { fetch, puts } = collector(status(code), status(204));
    const { outbox, name, store } = await open({ fetch });
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    await outbox.deliver();
    expect(puts).toHaveLength(1);
    expect(await outbox.state()).toMatchObject({ waiting: 0, refused: 1 });
    const next = await open({ fetch, name, store: again(name, store) });
    await next.outbox.deliver();
    expect(await next.outbox.state()).toMatchObject({ waiting: 0, refused: later });
  });

  test.each([
    { path: 'contentHash', later: 0 },
    { path: 'instrument', later: 0 },
    { path: 'version', later: 0 },
    { path: 'scores.total', later: 0 },
    { path: 'answers.version', later: 1 },
  ])('refused for its $path, the next page still holds $later', async ({ path, later }) => {
    const faults = [{ path, rule: 'must be one that this collector has' }];
    const { fetch } = collector(() => Response.json({ faults }, { status: 422 }), status(204));
    const { outbox, name, store } = await open({ fetch });
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    expect(await outbox.state()).toMatchObject({ waiting: 0, refused: 1 });
    const next = await open({ fetch, name, store: again(name, store) });
    await next.outbox.deliver();
    expect(await next.outbox.state()).toMatchObject({ waiting: 0, refused: later });
  });

  test('a wrong key stays set aside while there is no network to try it again', async () => {
    const { fetch } = collector(status(401), cutOff, status(401));
    const { outbox, name, store } = await open({ fetch });
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    const next = await open({ fetch, name, store: again(name, store) });
    await next.outbox.deliver();
    expect(await next.outbox.entries()).toMatchObject([{ refused: '401', lastFault: 'no answer' }]);
    await next.outbox.deliver();
    expect(await next.outbox.entries()).toMatchObject([{ refused: '401', tries: 3 }]);
  });

  test('an unreadable record is listed, never changed, and holds nothing up', async () => {
    const { fetch, puts } = collector(status(204));
    const { outbox, store } = await open({ fetch });
    await store.change('torn', () => ({ envelope: 'half' }));
    await outbox.keep(await exampleKept(here));
    await outbox.deliver();
    await outbox.release('torn');
    expect(puts).toHaveLength(1);
    expect(await outbox.state()).toEqual({ tier, waiting: 0, refused: 1 });
    expect(await outbox.entries()).toMatchObject([
      { envelope: { id: 'torn' }, refused: 'unreadable record' },
    ]);
    expect(await store.entries()).toEqual([['torn', { envelope: 'half' }]]);
  });

  test('releasing what is not there does nothing', async () => {
    const { outbox } = await open();
    await outbox.release('nothing');
    expect(await outbox.entries()).toEqual([]);
  });

  test('what is kept during a delivery is delivered by the next', async () => {
    const { fetch, puts } = collector(status(204));
    const { outbox } = await open({ fetch });
    await outbox.keep(await exampleKept(here));
    const first = outbox.deliver();
    await outbox.keep(await exampleKept(here));
    await Promise.all([first, outbox.deliver()]);
    expect(puts).toHaveLength(2);
    expect(await outbox.state()).toMatchObject({ waiting: 0 });
  });

  test('listeners hear every change until they stop', async () => {
    const { fetch } = collector(status(204));
    const { outbox } = await open({ fetch });
    const heard: OutboxState[] = [];
    const stop = outbox.onChange((state) => heard.push(state));
    await outbox.keep(await exampleKept(here));
    await expect.poll(() => heard).toEqual([{ tier, waiting: 1, refused: 0 }]);
    await outbox.deliver();
    await expect.poll(() => heard.at(-1)).toEqual({ tier, waiting: 0, refused: 0 });
    stop();
    const before = heard.length;
    await outbox.keep(await exampleKept(here));
    await outbox.state();
    expect(heard).toHaveLength(before);
  });

  test.each([
    { name: 'QuotaExceededError', fault: 'full device' },
    { name: 'UnknownError', fault: 'failed storage' },
  ])('when the device says $name, keep says nothing was kept', async ({ name, fault }) => {
    const { store } = fresh();
    const broken = { ...store, change: () => Promise.reject(new DOMException('no', name)) };
    const { outbox } = await open({ store: broken });
    const error: unknown = await outbox.keep(await exampleKept(here)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(OutboxError);
    expect(error).toMatchObject({ fault, cause: { name } });
    expect(String(error)).toContain('Nothing was kept');
    expect(await outbox.state()).toMatchObject({ waiting: 0 });
  });
});

describe.each(['indexeddb', 'session'] as const)('two tabs in %s', (tier) => {
  test.each([
    { how: 'send everything once between them', locks: navigator.locks, most: 1 },
    { how: 'lose nothing without Web Locks', locks: null, most: 3 },
  ])('$how', async ({ locks, most }) => {
    const { fetch, puts } = collector(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return new Response(null, { status: 204 });
    });
    const name = `waymark-test-${crypto.randomUUID()}`;
    const tabs = await Promise.all(
      [1, 2, 3].map(() => openOutbox({ name, store: stores[tier](name), fetch, locks })),
    );
    for (const outbox of tabs) opened.push({ outbox, name });
    const kept = await Promise.all([1, 2, 3, 4].map(() => exampleKept(here)));
    for (const [i, one] of kept.entries()) await tabs[i % 3]!.keep(one);
    await Promise.all(tabs.map((tab) => tab.deliver()));
    const ids = puts.map(idOf);
    expect([...new Set(ids)].sort()).toEqual(kept.map(({ envelope }) => envelope.id).sort());
    expect(ids.length).toBeLessThanOrEqual(most * kept.length);
    expect(await tabs[0]!.state()).toEqual({ tier, waiting: 0, refused: 0 });
  });

  test('hear of each other', async () => {
    const name = `waymark-test-${crypto.randomUUID()}`;
    const [one, two] = await Promise.all(
      [1, 2].map(() => openOutbox({ name, store: stores[tier](name) })),
    );
    for (const outbox of [one!, two!]) opened.push({ outbox, name });
    const heard: OutboxState[] = [];
    two!.onChange((state) => heard.push(state));
    await one!.keep(await exampleKept(here));
    await expect.poll(() => heard).toEqual([{ tier, waiting: 1, refused: 0 }]);
  });
});

test("by default the page's own fetch is used, and no network is no answer", async () => {
  const name = `waymark-test-${crypto.randomUUID()}`;
  const outbox = await openOutbox({ name });
  opened.push({ outbox, name });
  await outbox.keep(await exampleKept(location.origin));
  await outbox.keep(await exampleKept('http://127.0.0.1:1'));
  await outbox.deliver();
  const entries = await outbox.entries();
  expect(entries.find(({ collector }) => collector === location.origin)).toMatchObject({
    tries: 1,
    refused: '404',
  });
  expect(entries.find(({ collector }) => collector !== location.origin)).toMatchObject({
    tries: 1,
    lastFault: 'no answer',
  });
});
