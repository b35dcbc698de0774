import { momentsOfRows, type Moments } from '../moments/index.js';

/** Rows of item answers, one row per person; `null` is an item left blank. */
export type ItemRows = readonly (readonly (number | null)[])[];

/** The moments of the complete rows, and how many rows had a blank. */
export type ItemMoments = { readonly moments: Moments; readonly omitted: number };

/** Gathers the complete rows; a row with any blank is counted as omitted, never filled in. */
export function itemMomentsOf(rows: ItemRows): ItemMoments {
  const width = rows[0]?.length ?? 0;
  if (width === 0) throw new RangeError('itemMomentsOf requires at least one row with one item');
  const complete = rows.filter((row): row is readonly number[] => row.every((a) => a !== null));
  return { moments: momentsOfRows(complete, width), omitted: rows.length - complete.length };
}
