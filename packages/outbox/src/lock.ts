import type { Store } from './store.js';

/** Runs work while no other tab runs work of the same name; null when another tab is at it. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T | null>;

/**
 * Web Locks: waits its turn, so that what was kept a moment ago is tried as soon as the other
 * tab has finished. The browser frees the lock when a tab crashes or closes.
 */
export function webLock(locks: LockManager): Lock {
  return (name, work) => locks.request(name, work);
}

const leasePrefix = 'lease:';

/** Whether a record of the store is a lease and not a submission. */
export function isLease(key: string): boolean {
  return key.startsWith(leasePrefix);
}

/**
 * For browsers without Web Locks (Safari before 15.4): a record in the store says until when
 * one tab has the word. A tab that dies leaves it for `ms` milliseconds (default two minutes).
 * Should it run out during slow work, a submission may be sent twice, and is stored once.
 */
export function leaseLock(store: Store, now: () => number, ms = 120_000): Lock {
  const held = (lease: unknown): boolean => {
    const until = Number((lease as { until?: unknown } | undefined)?.until);
    return until > now() && until <= now() + ms;
  };
  return async (name, work) => {
    const key = leasePrefix + name;
    let ours = false;
    await store.change(key, (lease) => {
      ours = !held(lease);
      return ours ? { until: now() + ms } : lease;
    });
    if (!ours) return null;
    try {
      return await work();
    } finally {
      await store.change(key, () => undefined);
    }
  };
}

/** The lock that fits a store and a browser; names are the collectors delivered to. */
export function lockFor(
  store: Store,
  world: { name: string; now: () => number; locks: LockManager | null },
): Lock {
  // Memory belongs to one outbox alone, and a sandboxed frame is refused Web Locks.
  if (store.tier === 'memory') return (_, work) => work();
  const lock = world.locks ? webLock(world.locks) : leaseLock(store, world.now);
  return (collector, work) => lock(`${world.name} ${collector}`, work);
}
