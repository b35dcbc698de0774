/** The part of an `AbortSignal` a long pass looks at, so that no DOM type is needed here. */
export type Cancelling = { readonly aborted: boolean };

/** How a pass over rows behaves; every part may be left out. */
export type PassOptions = {
  /** Asked between chunks; the pass ends early when it says aborted. */
  readonly signal?: Cancelling;
  /** Rows between two pauses, default 10,000. */
  readonly chunk?: number;
  /** Hears the number of rows taken after every chunk and at the end. */
  readonly onProgress?: (rows: number) => void;
  /** Lets others work between chunks; on a page a promise resolved by `setTimeout`. */
  readonly pause?: () => Promise<void>;
};

/** How far a pass came; `complete` is false when it was cancelled. */
export type Pass = { readonly complete: boolean; readonly rows: number };

/**
 * Hands every row to `take` once, chunk by chunk, so that a page stays responsive and a person can
 * cancel. Memory does not grow: rows come from a stream or a generator and are not kept.
 */
export async function passOverRows<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  take: (row: Row) => void,
  { signal, chunk = 10_000, onProgress, pause = () => Promise.resolve() }: PassOptions = {},
): Promise<Pass> {
  if (!(chunk >= 1)) throw new RangeError('passOverRows requires a chunk of at least one row');
  let taken = 0;
  const cancelled = () => signal?.aborted === true;
  async function stopsBetweenChunks(): Promise<boolean> {
    onProgress?.(taken);
    await pause();
    return cancelled();
  }
  if (cancelled()) return { complete: false, rows: 0 };
  if (Symbol.iterator in rows) {
    // A plain loop: awaiting every row of an array would cost more than the statistics.
    for (const row of rows) {
      take(row);
      taken += 1;
      if (taken % chunk === 0 && (await stopsBetweenChunks()))
        return { complete: false, rows: taken };
    }
  } else {
    for await (const row of rows) {
      take(row);
      taken += 1;
      if (taken % chunk === 0 && (await stopsBetweenChunks()))
        return { complete: false, rows: taken };
    }
  }
  onProgress?.(taken);
  return { complete: true, rows: taken };
}
