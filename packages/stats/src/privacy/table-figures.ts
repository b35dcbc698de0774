/** Counts by row and column, all whole numbers of zero or more. */
export type CountTable = readonly (readonly number[])[];

/** One figure of a table with its totals, and the two sums it links as an arc links two nodes. */
export type Figure = {
  readonly kind: 'cell' | 'row total' | 'column total' | 'grand total';
  /** Row of a cell or row total, else -1. */
  readonly row: number;
  /** Column of a cell or column total, else -1. */
  readonly column: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
};

/** Refuses what is not a table of counts. */
export function checkTable(name: string, table: CountTable): void {
  const columns = table[0]?.length ?? 0;
  if (columns === 0) throw new RangeError(`${name} requires at least one row and one column`);
  for (const row of table) {
    if (row.length !== columns) throw new RangeError(`${name} requires rows of one length`);
    for (const count of row)
      if (!Number.isInteger(count) || count < 0)
        throw new RangeError(`${name} requires whole counts of zero or more`);
  }
}

/**
 * Lists a table's cells and totals as one circulation: the grand total splits into row totals, they
 * into cells, cells gather into column totals and these into the grand total again. Whatever an
 * attacker can work out is then a question of flow (Cox 1995).
 */
export function figuresOf(table: CountTable): Figure[] {
  const columns = table[0]!.length;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rowNode = (row: number) => 2 + row;
  const columnNode = (column: number) => 2 + table.length + column;
  const figures: Figure[] = [];
  table.forEach((counts, row) => {
    counts.forEach((value, column) => {
      const [from, to] = [rowNode(row), columnNode(column)];
      figures.push({ kind: 'cell', row, column, value, from, to });
    });
  });
  table.forEach((counts, row) => {
    const value = sum(counts);
    figures.push({ kind: 'row total', row, column: -1, value, from: 0, to: rowNode(row) });
  });
  for (let column = 0; column < columns; column += 1) {
    const value = sum(table.map((counts) => counts[column]!));
    figures.push({ kind: 'column total', row: -1, column, value, from: columnNode(column), to: 1 });
  }
  const value = sum(table.flat());
  figures.push({ kind: 'grand total', row: -1, column: -1, value, from: 1, to: 0 });
  return figures;
}
