import { openChanges } from './changes.js';
import { freshEntry, isEntry, unreadableEntry, type Entry } from './entry.js';
import { lockFor } from './lock.js';
import { oneAfterTheOther } from './one-after-the-other.js';
import { openStore } from './open-store.js';
import { notKept } from './outbox-error.js';
import type { Outbox, OutboxOptions, OutboxState } from './outbox.js';
import { tryOnce, type Outcome } from './put.js';
import { deliverTo, isMendable, isTime, type Edit } from './round.js';
import { startTriggers } from './triggers.js';

/** Opens this device's outbox; how lasting it is stands in its state. Nothing is sent until asked. */
export async function openOutbox({
  name = 'waymark-outbox',
  store: given,
  now = Date.now,
  random = Math.random,
  // Called through globalThis, because a browser's fetch refuses any other `this`.
  fetch = (url, init) => globalThis.fetch(url, init),
  timeout = 20_000,
  waits = {},
  locks = globalThis.navigator?.locks ?? null,
}: OutboxOptions = {}): Promise<Outbox> {
  const store = given ?? (await openStore(name));
  const changes = openChanges(store.tier === 'memory' ? null : name);
  const lock = lockFor(store, { name, locks });
  const refusedHere = new Set<string>();
  let nudged = false;

  const entries = async () => {
    const records = await store.entries();
    return records
      .map(([key, record]) => (isEntry(key, record) ? record : unreadableEntry(key)))
      .sort((a, b) => a.keptAt - b.keptAt);
  };
  const state = async (): Promise<OutboxState> => {
    const all = await entries();
    const refused = all.filter((entry) => entry.refused !== null).length;
    return { tier: store.tier, waiting: all.length - refused, refused };
  };
  const edit: Edit = async (id, next) => {
    await store.change(id, (record) => (isEntry(id, record) ? next(record) : record));
    changes.tell();
  };
  const attempt = async (entry: Entry): Promise<Outcome> => {
    const outcome = await tryOnce(entry, { fetch, now, timeout });
    if (outcome.is === 'refused') refusedHere.add(entry.envelope.id);
    return outcome;
  };
  const isLive = (entry: Entry) =>
    entry.refused === null || (isMendable(entry) && !refusedHere.has(entry.envelope.id));

  const round = oneAfterTheOther(async () => {
    const wasNudged = nudged;
    nudged = false;
    const isDue = (entry: Entry) => isLive(entry) && isTime(entry, now(), wasNudged);
    const world = { entries, edit, attempt, isDue, now, random, waits };
    const collectors = new Set((await entries()).filter(isDue).map((entry) => entry.collector));
    await Promise.all(
      [...collectors].map((collector) => lock(collector, () => deliverTo(collector, world))),
    );
  });
  const deliver = (nudge: boolean) => {
    nudged ||= nudge;
    return round();
  };
  const untilDue = async () => {
    const live = (await entries()).filter(isLive);
    if (live.length === 0) return null;
    return Math.min(...live.map((e) => (isTime(e, now(), false) ? 0 : e.nextTryAt - now())));
  };

  return {
    async keep(kept) {
      const entry = freshEntry(kept, now());
      const { id } = entry.envelope;
      // The envelope kept first stays: sealed again it would be another content under the same id.
      const keepFirst = (record: unknown) => (isEntry(id, record) ? record : entry);
      await store.change(id, keepFirst).catch((cause: unknown) => {
        throw notKept(cause);
      });
      changes.tell();
    },
    deliver: () => deliver(true),
    state,
    entries,
    release: (id) => edit(id, (entry) => ({ ...entry, refused: null, tries: 0, nextTryAt: now() })),
    // A store that cannot be read has no state to tell; `keep` and `deliver` say so themselves.
    onChange: (listener) => changes.listen(() => void state().then(listener, () => undefined)),
    start: () => startTriggers({ deliver, untilDue, listen: changes.listen }),
    close() {
      changes.close();
      store.close();
    },
  };
}
