import { attackTable, isSmallCount, suppressTable } from '@waymark/stats';

const property =
  'after complementary suppression every hidden primary cell must have min < max, and the interval must not lie inside 1..threshold-1; zeros may be shown; row/column totals that are themselves 1..threshold-1 must be hidden too';

/** The property, or the first way in which our suppressed table breaks it. */
function propertyOf({ table, threshold }) {
  const { published, leastLoss } = suppressTable(table, { threshold });
  const intervals = attackTable(published);
  if (!leastLoss) return 'not proven to be the least loss';
  const shown = [
    ...published.cells.flat(),
    ...published.rowTotals,
    ...published.columnTotals,
    published.grandTotal,
  ];
  if (shown.some((count) => count !== null && isSmallCount(count, { threshold })))
    return 'a small figure is shown';
  for (const { kind, row, column, low, high } of intervals) {
    if (kind !== 'cell' || !isSmallCount(table[row][column], { threshold })) continue;
    if (low === high || (low >= 1 && high < threshold))
      return `cell ${row}, ${column} is known to lie in ${low}..${high}`;
  }
  return property;
}

function oneCase(input) {
  const { table, threshold, rowTotalsPublished, colTotalsPublished } = input;
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
    property: propertyOf(input),
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
