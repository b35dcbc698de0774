import { attackTable, isSmallCount, suppressTable } from '@waymark/stats';

/**
 * Checks the property the fixture demands on our own suppression of the table: nothing small is
 * shown, no small figure is known exactly or known to be small. Throws where it is broken, so that
 * the file counts as not computed.
 */
function checkProperty({ table, threshold }) {
  const { published } = suppressTable(table, { threshold });
  const small = (count) => isSmallCount(count, { threshold });
  const { cells, rowTotals, columnTotals, grandTotal } = published;
  const shown = [...cells.flat(), ...rowTotals, ...columnTotals, grandTotal];
  if (shown.some((count) => count !== null && small(count)))
    throw new Error('a small figure is shown');
  for (const { kind, row, column, low, high } of attackTable(published)) {
    if (kind !== 'cell' || !small(table[row][column])) continue;
    if (low === high || (low >= 1 && high < threshold))
      throw new Error(`cell ${row}, ${column} is known to lie in ${low}..${high}`);
  }
}

function oneCase(input) {
  const { table, threshold, rowTotalsPublished, colTotalsPublished } = input;
  checkProperty(input);
  const small = (count) => isSmallCount(count, { threshold });
  const primaryMask = table.map((row) => row.map(small));
  const intervals = attackTable({
    cells: table.map((row) => row.map((count) => (small(count) ? null : count))),
    rowTotals: rowTotalsPublished,
    columnTotals: colTotalsPublished,
    grandTotal: null,
  }).filter(({ kind }) => kind === 'cell');
  const byColumn = intervals.sort((a, b) => a.column - b.column || a.row - b.row);
  return {
    primaryMask,
    nPrimary: primaryMask.flat().filter(Boolean).length,
    auditPrimaryOnly: byColumn.map(({ row, column, low, high }) => ({
      row,
      col: column,
      true: table[row][column],
      min: low,
      max: high,
    })),
    primaryOnlyDisclosed: byColumn.filter(({ low, high }) => low === high).length,
    totalsNeedHiding: {
      rows: rowTotalsPublished.map(small),
      cols: colTotalsPublished.map(small),
    },
  };
}

/** Everything `suppression.json` expects; the property is checked on our own suppression. */
export function compute(fixture) {
  return {
    ...fixture,
    cases: fixture.cases.map((one) => ({ ...one, expected: oneCase(one.input) })),
  };
}
