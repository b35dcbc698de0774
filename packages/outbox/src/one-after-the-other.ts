/**
 * Runs some work never twice at a time. Whoever asks while a run is under way shares the next
 * one, so what was kept a moment ago is not missed.
 */
export function oneAfterTheOther(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= last.then(() => {
      waiting = null;
      return work();
    });
    // A failed round was told to whoever asked for it; the next one starts afresh.
    last = waiting.catch(() => undefined);
    return waiting;
  };
}
