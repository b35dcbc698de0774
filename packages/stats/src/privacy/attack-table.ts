import { flowNetwork, type Arc } from './flow-network.js';
import type { PublishedTable } from './published-table.js';

/** What a hidden figure can be, given everything shown; `high` is Infinity without a limit. */
export type FeasibleInterval = {
  readonly kind: 'cell' | 'row total' | 'column total' | 'grand total';
  readonly row: number;
  readonly column: number;
  readonly low: number;
  readonly high: number;
};

type Unknown = Omit<FeasibleInterval, 'low' | 'high'> & {
  readonly from: number;
  readonly to: number;
  readonly shown: number | null;
  readonly least: number;
};

function figuresShown(table: PublishedTable, hiddenAtLeast: number): Unknown[] {
  const columns = table.cells[0]!.length;
  const columnNode = (column: number) => 2 + table.cells.length + column;
  const cells = table.cells.flatMap((counts, row) =>
    counts.map((shown, column): Unknown => {
      const ends = { from: 2 + row, to: columnNode(column) };
      return { kind: 'cell', row, column, shown, ...ends, least: hiddenAtLeast };
    }),
  );
  const rows = table.cells.map((_, row): Unknown => {
    const shown = table.rowTotals[row] ?? null;
    return { kind: 'row total', row, column: -1, shown, from: 0, to: 2 + row, least: 0 };
  });
  const sums = Array.from({ length: columns }, (_, column): Unknown => {
    const shown = table.columnTotals[column] ?? null;
    return {
      kind: 'column total',
      row: -1,
      column,
      shown,
      from: columnNode(column),
      to: 1,
      least: 0,
    };
  });
  const shown = table.grandTotal;
  const ends = { from: 1, to: 0 };
  return [
    ...cells,
    ...rows,
    ...sums,
    { kind: 'grand total', row: -1, column: -1, shown, ...ends, least: 0 },
  ];
}

/** One way the hidden figures could be, or `undefined` when what is shown contradicts itself. */
function oneSolution(figures: readonly Unknown[], nodes: number): number[] | undefined {
  const surplus = Array<number>(nodes).fill(0);
  for (const { from, to, shown, least } of figures) {
    surplus[from]! -= shown ?? least;
    surplus[to]! += shown ?? least;
  }
  const [source, sink] = [nodes, nodes + 1];
  const free: Arc[] = figures.map(({ from, to, shown }) => ({
    from,
    to,
    up: shown === null ? Infinity : 0,
    down: 0,
  }));
  const needed: Arc[] = surplus.map((amount, node) =>
    amount > 0
      ? { from: source, to: node, up: amount, down: 0 }
      : { from: node, to: sink, up: -amount, down: 0 },
  );
  const total = surplus.reduce((sum, amount) => sum + Math.max(amount, 0), 0);
  const { amount, flows } = flowNetwork(
    [...free, ...needed],
    nodes + 2,
  )({
    source,
    sink,
  });
  if (amount < total) return undefined;
  const through = flows();
  return figures.map(({ shown, least }, place) => shown ?? least + through[place]!);
}

/**
 * What an attacker can work out: the exact interval of every hidden figure, from the shown cells
 * and totals alone (Cox 1995). Hidden cells are at least `hiddenAtLeast`: 0, or 1 for an attacker
 * who knows that zeros are always shown. `undefined` when the shown figures contradict each other.
 *
 * A figure whose interval is one number is disclosed; one whose interval lies within 1 to
 * threshold - 1 is known to be small. In R: `sdcTable::attack`.
 */
export function attackTable(
  table: PublishedTable,
  { hiddenAtLeast = 0 } = {},
): FeasibleInterval[] | undefined {
  const figures = figuresShown(table, hiddenAtLeast);
  const nodes = 2 + table.cells.length + table.cells[0]!.length;
  const solution = oneSolution(figures, nodes);
  if (!solution) return undefined;
  const arcs = figures.map(({ from, to, shown, least }, place): Arc =>
    shown === null
      ? { from, to, up: Infinity, down: solution[place]! - least }
      : { from, to, up: 0, down: 0 },
  );
  const push = flowNetwork(arcs, nodes);
  const found: FeasibleInterval[] = [];
  figures.forEach(({ kind, row, column, from, to, shown, least }, place) => {
    if (shown !== null) return;
    const now = solution[place]!;
    const more = push({ source: to, sink: from, without: place });
    const enough = now - least;
    const less = push({ source: from, sink: to, without: place, enough });
    found.push({ kind, row, column, low: now - less.amount, high: now + more.amount });
  });
  return found;
}
