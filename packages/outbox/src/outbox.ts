import type { Waits } from './backoff.js';
import type { Entry, Kept } from './entry.js';
import type { Fetch } from './put.js';
import type { Store, Tier } from './store.js';

/** How many submissions are on this device, and how lasting their place is. */
export type OutboxState = {
  readonly tier: Tier;
  /** Kept and not yet taken by their collector. */
  readonly waiting: number;
  /** Set aside, refused or unreadable; they stay and are listed with the reason. */
  readonly refused: number;
};

/**
 * Keeps sealed submissions on the device until their collector has taken them.
 *
 * | The collector's answer to `PUT /v1/submissions/:id`    | What happens to the submission        |
 * | ------------------------------------------------------ | ------------------------------------- |
 * | 204                                                    | forgotten: the only way to leave      |
 * | none within 20 s, cut off, redirected                  | waits; its collector's others as well |
 * | 429, 503                                               | the same, at least for `Retry-After`  |
 * | 408, 425, other 5xx, anything unexpected               | waits; the others are tried           |
 * | 401, 403, 404: a key or an address staff can mend      | set aside; once per page load again   |
 * | 422 `instrument`, `version`, `contentHash`, `scores`   | the same: page and collector differ   |
 * | 400, 409, 413, other 422, other 4xx                    | set aside until `release`             |
 *
 * Waits double from 2 s to 5 minutes with full jitter. `deliver`, and coming online, to the
 * front or back to the page, cut a wait short that was for want of an answer, never one the
 * collector imposed. An unreadable record is listed as refused and left alone.
 */
export type Outbox = {
  /** Resolves once the submission is as durable as the tier allows; an OutboxError says nothing was kept. */
  keep(entry: Kept): Promise<void>;
  /** Tries what is due; resolves when it has been tried, delivered or not. */
  deliver(): Promise<void>;
  /** What is on this device, for the words shown to the person. */
  state(): Promise<OutboxState>;
  /** Everything on this device, oldest first, set aside or waiting. */
  entries(): Promise<Entry[]>;
  /** Puts a refused one back in line; an unreadable one stays set aside. */
  release(id: string): Promise<void>;
  /** Calls back with the new state after each change, in this tab or another; returns the way to stop. */
  onChange(listener: (state: OutboxState) => void): () => void;
  /** Delivers now, on `online`, on becoming visible, on `pageshow` and after each wait; returns the way to stop. */
  start(): () => void;
  /** Lets go of the database and the other tabs; what is kept stays kept. */
  close(): void;
};

/** The world an outbox lives in; each part has the page's own as its default. */
export type OutboxOptions = {
  /** Names the database, the locks and the channel; default `waymark-outbox`. */
  readonly name?: string;
  /** Default: the most lasting store this page may use. */
  readonly store?: Store;
  /** Milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number;
  /** From 0 to 1; default `Math.random`. */
  readonly random?: () => number;
  /** Default: the page's `fetch`. */
  readonly fetch?: Fetch;
  /** How long a collector may take to answer, in milliseconds; default 20000. */
  readonly timeout?: number;
  /** The waits between tries; default 2 s doubling to 5 minutes. */
  readonly waits?: Waits;
  /** Default: the page's Web Locks; null for none. */
  readonly locks?: LockManager | null;
};
