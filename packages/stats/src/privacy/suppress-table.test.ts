import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attackFacts } from './attack-facts.js';
import { attackTable } from './attack-table.js';
import { shownSum, type Fact } from './facts.js';
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
