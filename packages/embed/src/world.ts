import { openOutbox, seal, type Outbox } from '@waymark/outbox';
import type { SubmissionWorld } from './submission.js';

/** What a check-in needs of the page it is on. */
export type World = SubmissionWorld & {
  /** The outbox to keep in and to read from; asked for whenever an element is put on a page. */
  readonly outbox: () => Promise<Outbox>;
  readonly seal: typeof seal;
  /** Reads what stands at an address of the collector. */
  readonly read: (address: string) => Promise<Response>;
};

let shared: Promise<Outbox> | undefined;

async function startOutbox(): Promise<Outbox> {
  const outbox = await openOutbox();
  outbox.start();
  return outbox;
}

/**
 * The page's own time, chance and outbox. One outbox serves all check-ins of a page and goes on
 * delivering when they are removed: where storage is refused, answers are nowhere else.
 */
export const pageWorld: World = {
  now: () => new Date(),
  random: (bytes) => crypto.getRandomValues(bytes),
  outbox: () => (shared ??= startOutbox()),
  seal,
  // A page that waits for ever could not be told from one that is slow.
  read: (address) => fetch(address, { signal: AbortSignal.timeout?.(20_000) ?? null }),
};
