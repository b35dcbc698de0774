import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attackFacts } from './attack-facts.js';
import { attackTable } from './attack-table.js';
import { shownSum, type Fact } from './facts.js';
import type { PublishedTable } from './published-table.js';
import { isSmallCount } from './small-count.js';
import { suppressTable } from './suppress-table.js';

const count = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 40 }));
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const total = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

function trueValue(
  cells: readonly (readonly number[])[],
  kind: string,
  row: number,
  column: number,
) {
  if (kind === 'cell') return cells[row]![column]!;
  if (kind === 'row total') return total(cells[row]!);
  if (kind === 'column total') return total(cells.map((counts) => counts[column]!));
  return total(cells.flat());
}

test('no small figure can be told by an attacker who knows the rule', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(5, 11), (cells, threshold) => {
      const { published } = suppressTable(cells, { threshold });
      for (const hiddenAtLeast of [0, 1]) {
        const intervals = attackTable(published, { hiddenAtLeast });
        expect(intervals).toBeDefined();
        for (const { kind, row, column, low, high } of intervals!) {
          const value = trueValue(cells, kind, row, column);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          if (isSmallCount(value, { threshold })) expect(high).toBeGreaterThanOrEqual(threshold);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('nothing small is shown, and nothing is hidden that is zero', () => {
  fc.assert(
    fc.property(table, (cells) => {
      const { published } = suppressTable(cells);
      const shown = [
        ...published.cells.flat(),
        ...published.rowTotals,
        ...published.columnTotals,
        published.grandTotal,
      ];
      for (const figure of shown) if (figure !== null) expect(isSmallCount(figure)).toBe(false);
      published.cells.forEach((counts, row) => {
        counts.forEach((figure, column) => {
          if (cells[row]![column] === 0) expect(figure).toBe(0);
        });
      });
    }),
  );
});

/** The cheapest protection by trying every set of figures. */
function cheapest(cells: readonly (readonly number[])[], threshold: number): number {
  const first = suppressTable(cells, { threshold, lossOf: () => 1 });
  const { published } = suppressTable(cells, { threshold: 1 });
  const places: { read: () => number | null; write: (table: Mutable, value: null) => void }[] = [];
  cells.forEach((counts, row) => {
    counts.forEach((value, column) => {
      if (value > 0) places.push(at((t) => t.cells[row]!, column, published));
    });
    if (total(counts) > 0) places.push(at((t) => t.rowTotals, row, published));
  });
  cells[0]!.forEach((_, column) => {
    if (published.columnTotals[column]! > 0)
      places.push(at((t) => t.columnTotals, column, published));
  });
  let best = first.loss + 1;
  for (let set = 0; set < 2 ** places.length; set += 1) {
    const tried = structuredClone(published) as Mutable;
    let loss = 0;
    places.forEach(({ read, write }, bit) => {
      if (!(set & (2 ** bit))) return;
      write(tried, null);
      if (!isSmallCount(read()!, { threshold })) loss += 1;
    });
    if (loss >= best || !isSafe(tried, cells, threshold)) continue;
    best = loss;
  }
  return best;
}

type Mutable = {
  cells: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  grandTotal: number | null;
};

function at(pick: (table: Mutable) => (number | null)[], place: number, from: PublishedTable) {
  return {
    read: () => pick(from as Mutable)[place]!,
    write: (table: Mutable, value: null) => (pick(table)[place] = value),
  };
}

function isSafe(
  published: Mutable,
  cells: readonly (readonly number[])[],
  threshold: number,
): boolean {
  const shown = [...published.cells.flat(), ...published.rowTotals, ...published.columnTotals];
  if (shown.some((figure) => figure !== null && isSmallCount(figure, { threshold }))) return false;
  return attackTable(published, { hiddenAtLeast: 1 })!.every(
    ({ kind, row, column, high }) =>
      !isSmallCount(trueValue(cells, kind, row, column), { threshold }) || high >= threshold,
  );
}

test('the loss is the least there is, compared with every other way', () => {
  const smallTable = fc.array(
    fc.array(fc.constantFrom(0, 2, 4, 6, 9), { minLength: 2, maxLength: 2 }),
    { minLength: 3, maxLength: 3 },
  );
  fc.assert(
    fc.property(
      smallTable.filter((cells) => total(cells.flat()) >= 5),
      (cells) => {
        const found = suppressTable(cells, {
          threshold: 5,
          lossOf: ({ kind }) => (kind === 'grand total' ? 1e6 : 1),
        });
        if (found.loss >= 1e6) return;
        expect(found.leastLoss).toBe(true);
        expect(found.loss).toBe(cheapest(cells, 5));
      },
    ),
    { numRuns: 12 },
  );
});

test('the attack by flows and the attack by linear programming agree', () => {
  fc.assert(
    fc.property(table, fc.infiniteStream(fc.boolean()), (cells, coins) => {
      const facts: Fact[] = [];
      const cellName = (row: number, column: number) => `${row},${column}`;
      const shownCells = cells.map((counts, row) =>
        counts.map((value, column) => {
          if (coins.next().value) return null;
          facts.push(...shownSum([cellName(row, column)], value));
          return value;
        }),
      );
      cells.forEach((counts, row) => {
        facts.push(
          ...shownSum(
            counts.map((_, column) => cellName(row, column)),
            total(counts),
          ),
        );
      });
      const columnTotals = cells[0]!.map((_, column) =>
        total(cells.map((counts) => counts[column]!)),
      );
      columnTotals.forEach((value, column) => {
        facts.push(
          ...shownSum(
            cells.map((_, row) => cellName(row, column)),
            value,
          ),
        );
      });
      const published = {
        cells: shownCells,
        rowTotals: cells.map(total),
        columnTotals,
        grandTotal: null,
      };
      const byFlow = attackTable(published)!.filter(({ kind }) => kind === 'cell');
      const byProgram = attackFacts(
        facts,
        byFlow.map(({ row, column }) => ({
          name: cellName(row, column),
          terms: [{ count: cellName(row, column), weight: 1 }],
        })),
      )!;
      byFlow.forEach(({ row, column, low, high }, i) => {
        expect(byProgram[i]).toEqual({ name: cellName(row, column), low, high, exact: true });
      });
    }),
    { numRuns: 60 },
  );
});

test('relabelling rows relabels what is hidden', () => {
  fc.assert(
    fc.property(table, (cells) => {
      const forth = suppressTable(cells);
      const back = suppressTable(cells.toReversed());
      expect(back.loss).toBeCloseTo(forth.loss, 9);
      expect(back.hidden.length).toBe(forth.hidden.length);
    }),
  );
});

test('a hidden figure says whether it is small itself or protects another', () => {
  const { hidden } = suppressTable([
    [25, 14, 3],
    [40, 12, 11],
  ]);
  expect(hidden).toEqual([
    { kind: 'cell', row: 0, column: 1, reason: 'protects another' },
    { kind: 'cell', row: 0, column: 2, reason: 'small' },
    { kind: 'cell', row: 1, column: 1, reason: 'protects another' },
    { kind: 'cell', row: 1, column: 2, reason: 'protects another' },
  ]);
});

test('a plain list needs no second dimension', () => {
  const { published } = suppressTable([[30, 4, 12, 20]], { columnTotals: false, rowTotals: false });
  expect(published.cells).toEqual([[30, null, null, 20]]);
  expect(published.grandTotal).toBe(66);
});

test('shown figures that contradict each other are found out', () => {
  const published = {
    cells: [[null, 5]],
    rowTotals: [4],
    columnTotals: [null, null],
    grandTotal: null,
  };
  expect(attackTable(published)).toBeUndefined();
});

test('a figure nothing limits can be anything', () => {
  const published = { cells: [[null]], rowTotals: [null], columnTotals: [null], grandTotal: null };
  expect(attackTable(published)![0]).toMatchObject({ low: 0, high: Infinity });
});

test.each([
  { what: 'no rows', table: [] },
  { what: 'rows of two lengths', table: [[1], [1, 2]] },
  { what: 'half a person', table: [[0.5]] },
])('a table with $what is refused', ({ table }) => {
  expect(() => suppressTable(table)).toThrow(RangeError);
});
