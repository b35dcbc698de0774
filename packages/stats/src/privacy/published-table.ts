import type { Figure } from './table-figures.js';

/** A table as it is shown; `null` is a figure not shown. */
export type PublishedTable = {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly grandTotal: number | null;
};

/** What is left of the figures when the hidden ones are taken out. */
export function publishedTable(
  figures: readonly Figure[],
  hidden: ReadonlySet<number>,
): PublishedTable {
  const cells: (number | null)[][] = [];
  const rowTotals: (number | null)[] = [];
  const columnTotals: (number | null)[] = [];
  let grandTotal: number | null = null;
  figures.forEach(({ kind, row, column, value }, place) => {
    const shown = hidden.has(place) ? null : value;
    if (kind === 'cell') (cells[row] ??= [])[column] = shown;
    else if (kind === 'row total') rowTotals[row] = shown;
    else if (kind === 'column total') columnTotals[column] = shown;
    else grandTotal = shown;
  });
  return { cells, rowTotals, columnTotals, grandTotal };
}
