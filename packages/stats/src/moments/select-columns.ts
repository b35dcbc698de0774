import { productPlace, type Moments } from './moments.js';

/** The moments of some of the columns, in the order named; nothing is computed anew. */
export function selectColumns(
  { width, n, sums, carries }: Moments,
  columns: readonly number[],
): Moments {
  const places = [...columns];
  columns.forEach((a, row) => {
    for (const b of columns.slice(0, row + 1)) places.push(productPlace(width, a, b));
  });
  return {
    width: columns.length,
    n,
    sums: places.map((place) => sums[place]!),
    carries: places.map((place) => carries[place]!),
  };
}
