import type { Store } from './store.js';

/** Runs work while no other tab runs work of the same name. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * The lock that fits a store and a browser; names are the collectors delivered to. Web Locks wait
 * their turn, so that what was kept a moment ago is tried as soon as the other tab has finished,
 * and are freed when a tab crashes. Without them (Safari before 15.4) two tabs may send the same
 * submission at once: a collector stores it once, and what lies here is changed record by record.
 */
export function lockFor(
  store: Store,
  { name, locks }: { name: string; locks: LockManager | null },
): Lock {
  // Memory belongs to one outbox alone, and a sandboxed frame is refused Web Locks.
  if (store.tier === 'memory' || !locks) return (_, work) => work();
  return (collector, work) => locks.request(`${name} ${collector}`, work);
}
