import { isSmallCount } from '@waymark/stats';

/** A number of people as it may be published: itself, or the range it lies in, both ends included. */
export type Count =
  | { readonly withheld: false; readonly count: number }
  | { readonly withheld: true; readonly from: number; readonly to: number };

/** A count that may be shown. */
export function shown(count: number): Count {
  return { withheld: false, count };
}

/** A count of which no more than its range may be known. */
export function between(from: number, to: number): Count {
  return { withheld: true, from, to };
}

/** A count that no other published number says anything about: shown unless it is small. */
export function countAlone(count: number, minimumCell: number): Count {
  return isSmallCount(count, { threshold: minimumCell })
    ? between(1, minimumCell - 1)
    : shown(count);
}

/** The lowest and the highest number a published count can stand for. */
export function bounds(count: Count): readonly [number, number] {
  return count.withheld ? [count.from, count.to] : [count.count, count.count];
}
