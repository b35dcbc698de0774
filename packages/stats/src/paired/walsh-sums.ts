import type { ValueCount } from '../moments/index.js';
import { smallestDouble } from './ordered-doubles.js';

/**
 * Picks from all n (n + 1) / 2 sums of two of the values, each value with itself included: twice the
 * Walsh averages. None is written down, so that ten thousand distinct values are no burden.
 */
export type WalshSums = {
  /** How many sums there are. */
  readonly size: number;
  /** The k-th smallest sum, k from 1. */
  readonly pick: (k: number) => number;
};

/** Prepares the sums of values counted in increasing order. */
export function walshSums(sorted: readonly ValueCount[]): WalshSums {
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  const values = sorted.map(({ value }) => value);
  const upTo: number[] = [0];
  for (const { count } of sorted) upTo.push(upTo.at(-1)! + count);

  /** How many sums are at most this. Rounded addition keeps the order, so one walk suffices. */
  function countUpTo(limit: number): number {
    let count = 0;
    let partner = values.length - 1;
    for (let i = 0; i <= partner; i++) {
      while (partner >= i && values[i]! + values[partner]! > limit) partner--;
      if (partner < i) break;
      const own = sorted[i]!.count;
      count += (own * (own + 1)) / 2 + own * (upTo[partner + 1]! - upTo[i + 1]!);
    }
    return count;
  }

  const low = 2 * (values[0] ?? 0);
  const high = 2 * (values.at(-1) ?? 0);
  return {
    size: (n * (n + 1)) / 2,
    pick: (k) => smallestDouble((sum) => countUpTo(sum) >= k, low, high),
  };
}
