import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheaperChoice } from '../../fixtures/cheaper-choice.js';
import { attackTable } from './attack-table.js';
import { publishedTable } from './published-table.js';
import { isSmallCount } from './small-count.js';
import { suppressTable } from './suppress-table.js';
import { figuresOf, type CountTable, type Figure } from './table-figures.js';

const threshold = 5;
const count = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 }) },
);

const tablesOf = (rows: number, columns: number) =>
  fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

const sameFigure = (a: Figure, kind: string, row: number, column: number) =>
  a.kind === kind && a.row === row && a.column === column;

/** Whether an attacker who knows the rule finds each small figure able to be the threshold or more. */
function isSafe(figures: readonly Figure[], hidden: ReadonlySet<number>): boolean {
  const found = attackTable(publishedTable(figures, hidden), { hiddenAtLeast: 1 })!;
  return found.every(({ kind, row, column, high }) => {
    const { value } = figures.find((figure) => sameFigure(figure, kind, row, column))!;
    return !isSmallCount(value, { threshold }) || high >= threshold;
  });
}

function pricesOf(figures: readonly Figure[], lossOf: (figure: Figure) => number) {
  const must = new Set<number>();
  const candidates: { place: number; loss: number }[] = [];
  figures.forEach((figure, place) => {
    if (isSmallCount(figure.value, { threshold })) must.add(place);
    else if (figure.value > 0) candidates.push({ place, loss: lossOf(figure) });
  });
  return { must, candidates };
}

/** Losses that have nothing to do with the counts, so that every figure may turn out the cheapest. */
const drawnLoss =
  (drawn: readonly number[]) =>
  ({ row, column }: Figure) =>
    drawn[(7 * (row + 1) + column + 1) % drawn.length]!;

const losses = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 31, maxLength: 31 });

/** Checks one table against every cheaper choice. */
function checkAgainstAll(table: CountTable, drawn: readonly number[]): void {
  const lossOf = drawnLoss(drawn);
  const figures = figuresOf(table);
  const { must, candidates } = pricesOf(figures, lossOf);
  const found = suppressTable(table, { threshold, lossOf });
  expect(found.method).toBe('complementary suppression, least loss proven');
  const hidden = found.hidden.map(({ kind, row, column }) =>
    figures.findIndex((figure) => sameFigure(figure, kind, row, column)),
  );
  expect(isSafe(figures, new Set(hidden))).toBe(true);
  const searched = (bound: number) =>
    cheaperChoice(candidates, bound, (chosen) => isSafe(figures, new Set([...must, ...chosen])));
  expect(searched(found.loss)).toBeNull();
  expect(searched(found.loss + 0.5)).not.toBeNull();
}

test.each([
  { rows: 2, columns: 5, tables: 20 },
  { rows: 3, columns: 3, tables: 30 },
  { rows: 4, columns: 4, tables: 15 },
  { rows: 5, columns: 5, tables: 6 },
  { rows: 6, columns: 6, tables: 3 },
])(
  'no choice is cheaper: every one is tried on tables of $rows by $columns',
  ({ rows, columns, tables }) => {
    fc.assert(
      fc.property(tablesOf(rows, columns), losses, (table, drawn) => {
        checkAgainstAll(table, drawn);
      }),
      { numRuns: tables, seed: 11, endOnFailure: true },
    );
  },
);

test('hiding more never tells more, which is why a branch may end early', () => {
  const subset = fc.infiniteStream(fc.boolean());
  fc.assert(
    fc.property(tablesOf(3, 4), subset, fc.nat(), (table, coins, pick) => {
      const figures = figuresOf(table);
      const positive = figures.flatMap(({ value }, place) => (value > 0 ? [place] : []));
      const some = positive.filter(() => coins.next().value);
      const more = positive.length === 0 ? some : [...some, positive[pick % positive.length]!];
      const attack = (hidden: readonly number[]) =>
        attackTable(publishedTable(figures, new Set(hidden)), { hiddenAtLeast: 1 })!;
      const wider = attack(more);
      for (const { kind, row, column, low, high } of attack(some)) {
        const other = wider.find((o) => o.kind === kind && o.row === row && o.column === column)!;
        expect(other.low).toBeLessThanOrEqual(low);
        expect(other.high).toBeGreaterThanOrEqual(high);
      }
    }),
    { numRuns: 100 },
  );
});

test('large tables are protected, proven or not, and say which', () => {
  const large = fc
    .tuple(fc.integer({ min: 8, max: 16 }), fc.integer({ min: 6, max: 12 }))
    .chain(([rows, columns]) => tablesOf(rows, columns));
  const methods = new Set<string>();
  fc.assert(
    fc.property(large, fc.constantFrom(0, 1e7), (table, work) => {
      const { published, leastLoss, method } = suppressTable(table, { threshold, work });
      methods.add(method);
      expect(method.endsWith('least loss proven')).toBe(leastLoss);
      const figures = figuresOf(table);
      const valueOf = new Map(figures.map((f) => [`${f.kind} ${f.row} ${f.column}`, f.value]));
      const shown = [published.cells, published.rowTotals, published.columnTotals].flat(2);
      for (const figure of shown)
        if (figure !== null) expect(isSmallCount(figure, { threshold })).toBe(false);
      for (const hiddenAtLeast of [0, 1])
        for (const { kind, row, column, low, high } of attackTable(published, { hiddenAtLeast })!) {
          const value = valueOf.get(`${kind} ${row} ${column}`)!;
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(
            isSmallCount(value, { threshold }) ? threshold : value,
          );
        }
    }),
    { numRuns: 16, seed: 5 },
  );
  expect([...methods].sort()).toEqual([
    'complementary suppression, greedy, least loss not proven',
    'complementary suppression, least loss proven',
  ]);
});
