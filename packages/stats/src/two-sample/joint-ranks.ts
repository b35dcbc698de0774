import { countValues } from '../moments/index.js';
import type { ValueCount } from '../moments/index.js';

/** People of both groups who share a value, with their common midrank. */
export type SharedRank = {
  /** Twice the midrank, so that it is whole. */
  readonly doubledRank: number;
  readonly inFirst: number;
  readonly inSecond: number;
};

/** How often each value occurs, in increasing order. */
export function countEach(values: readonly number[]): ValueCount[] {
  if (!values.every(Number.isFinite)) throw new RangeError('countEach requires finite values');
  return countValues(values.map((value) => ({ value, count: 1 })));
}

/** Ranks both groups together, equal values sharing their mean rank. */
export function jointRanks(
  first: readonly ValueCount[],
  second: readonly ValueCount[],
): SharedRank[] {
  const byValue = new Map<number, { inFirst: number; inSecond: number }>();
  const at = (value: number) => {
    const group = byValue.get(value) ?? { inFirst: 0, inSecond: 0 };
    byValue.set(value, group);
    return group;
  };
  for (const { value, count } of first) at(value).inFirst += count;
  for (const { value, count } of second) at(value).inSecond += count;
  let before = 0;
  return [...byValue.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, { inFirst, inSecond }]) => {
      const doubledRank = 2 * before + inFirst + inSecond + 1;
      before += inFirst + inSecond;
      return { doubledRank, inFirst, inSecond };
    });
}
