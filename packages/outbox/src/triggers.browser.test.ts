import { afterEach, expect, test, vi } from 'vitest';
import { exampleKept } from './example-kept.js';
import { memoryStore } from './memory-store.js';
import { openOutbox } from './open-outbox.js';
import type { OutboxOptions } from './outbox.js';
import type { Fetch } from './put.js';
import { startTriggers } from './triggers.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
});

/** An outbox whose collector can be reached or not. */
async function openWithNetwork(options: OutboxOptions = {}) {
  const network = { up: false, tries: 0 };
  const fetch: Fetch = async () => {
    network.tries++;
    if (!network.up) throw new TypeError('Failed to fetch');
    return new Response(null, { status: 204 });
  };
  // Waits so long that only what a test does itself can move anything.
  const waits = { first: 3_600_000, longest: 3_600_000 };
  const outbox = await openOutbox({
    store: memoryStore(),
    fetch,
    waits,
    random: () => 0.9,
    ...options,
  });
  return { outbox, network };
}
const waiting = async ({ outbox }: Awaited<ReturnType<typeof openWithNetwork>>) =>
  (await outbox.state()).waiting;

test('what an earlier page kept is delivered on start', async () => {
  const page = await openWithNetwork();
  await page.outbox.keep(await exampleKept());
  page.network.up = true;
  stops.push(page.outbox.start());
  await expect.poll(() => waiting(page)).toBe(0);
});

test('what is kept later is delivered without being asked', async () => {
  const page = await openWithNetwork();
  page.network.up = true;
  stops.push(page.outbox.start());
  await page.outbox.keep(await exampleKept());
  await expect.poll(() => waiting(page), { timeout: 5000 }).toBe(0);
});

test.each([
  { what: 'coming online', event: () => dispatchEvent(new Event('online')) },
  { what: 'coming back from the cache', event: () => dispatchEvent(new Event('pageshow')) },
  {
    what: 'becoming visible',
    event: () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  },
])('$what delivers what found no answer before', async ({ event }) => {
  const page = await openWithNetwork();
  await page.outbox.keep(await exampleKept());
  stops.push(page.outbox.start());
  await expect.poll(() => page.network.tries).toBe(1);
  await expect.poll(async () => (await page.outbox.entries())[0]?.lastFault).toBe('no answer');
  page.network.up = true;
  event();
  await expect.poll(() => waiting(page)).toBe(0);
});

test('when a wait is over the next try comes by itself', async () => {
  const page = await openWithNetwork({ waits: { first: 50, longest: 50 } });
  await page.outbox.keep(await exampleKept());
  stops.push(page.outbox.start());
  await expect.poll(() => page.network.tries).toBe(1);
  page.network.up = true;
  await expect.poll(() => waiting(page), { timeout: 5000 }).toBe(0);
  expect(page.network.tries).toBe(2);
});

test('once stopped, nothing is tried any more', async () => {
  const page = await openWithNetwork({ waits: { first: 10, longest: 10 } });
  const stop = page.outbox.start();
  await page.outbox.keep(await exampleKept());
  stop();
  await page.outbox.deliver();
  const { tries } = page.network;
  dispatchEvent(new Event('online'));
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(page.network.tries).toBe(tries);
});

test('a store that fails for a while costs a pause and no submission', async () => {
  const store = memoryStore();
  let broken = false;
  const entries = () => (broken ? Promise.reject(new Error('disk')) : store.entries());
  const page = await openWithNetwork({ store: { ...store, entries } });
  await page.outbox.keep(await exampleKept());
  page.network.up = true;
  broken = true;
  stops.push(page.outbox.start());
  await new Promise((resolve) => setTimeout(resolve, 50));
  broken = false;
  expect(await waiting(page)).toBe(1);
  dispatchEvent(new Event('online'));
  await expect.poll(() => waiting(page)).toBe(0);
});

test.each([
  {
    failing: 'round',
    deliver: () => Promise.reject(new Error('disk')),
    untilDue: async () => null,
  },
  { failing: 'look', deliver: async () => {}, untilDue: () => Promise.reject(new Error('disk')) },
])(
  'after a failed $failing the next round comes in five minutes',
  async ({ deliver, untilDue }) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let rounds = 0;
    const counted = () => {
      rounds++;
      return deliver();
    };
    stops.push(startTriggers({ deliver: counted, untilDue, listen: () => () => undefined }));
    await vi.advanceTimersByTimeAsync(299_999);
    expect(rounds).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toBe(2);
  },
);

test('stopping also stops listening to the outbox', () => {
  let listening = false;
  const listen = () => {
    listening = true;
    return () => (listening = false);
  };
  const stop = startTriggers({ deliver: async () => {}, untilDue: async () => null, listen });
  expect(listening).toBe(true);
  stop();
  expect(listening).toBe(false);
});
