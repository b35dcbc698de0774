/**
 * How long a kept submission lasts: in IndexedDB until it is delivered, in sessionStorage until
 * the tab is closed, in memory until the page is left. Whoever shows a thanks page says which.
 */
export type Tier = 'indexeddb' | 'session' | 'memory';

/**
 * Where an outbox keeps its records. What comes back may be anything, because other scripts on
 * the page can write there too.
 */
export type Store = {
  readonly tier: Tier;
  /** Every record with its key. */
  entries(): Promise<[key: string, record: unknown][]>;
  /**
   * Replaces one record by what `next` makes of it, in one step; `undefined` stands for no
   * record. Resolves once the change is as durable as the tier can make it.
   */
  change(key: string, next: (record: unknown) => unknown): Promise<void>;
  /** Lets go of whatever is held open; the records stay. */
  close(): void;
};
