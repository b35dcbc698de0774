import { describe, expect, test } from 'vitest';
import { jetsFor, type Jets } from './jets.js';
import { sweep, upperPlace, upperSize } from './sweep.js';

/** A symmetric matrix of plain numbers in a memory of its own. */
function filled(jets: Jets, rows: readonly number[][]): { start: number; n: number } {
  const n = rows.length;
  const start = jets.reserve(upperSize(n));
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      jets.memory()[start + jets.size * upperPlace(n, i, j)] = value;
    });
  });
  return { start, n };
}
const entry = (jets: Jets, { start, n }: { start: number; n: number }, i: number, j: number) =>
  jets.memory()[start + jets.size * upperPlace(n, i, j)]!;

describe('a swept matrix', () => {
  // The normal equations of y = 1 + 2x at x = 0, 1, 2 with residuals 0, 1, 0.
  const rows = [
    [3, 3, 10],
    [3, 5, 14],
    [10, 14, 42],
  ];

  test('holds minus the inverse, the coefficients and the squares left', () => {
    const jets = jetsFor(0);
    const log = jets.reserve(1);
    const matrix = filled(jets, rows);
    expect(sweep(jets, matrix, { pivots: 2, log })).toBe(true);
    expect(entry(jets, matrix, 0, 0)).toBeCloseTo(-5 / 6, 12);
    expect(entry(jets, matrix, 0, 1)).toBeCloseTo(0.5, 12);
    expect(entry(jets, matrix, 0, 2)).toBeCloseTo(4 / 3, 12);
    expect(entry(jets, matrix, 1, 2)).toBeCloseTo(2, 12);
    expect(entry(jets, matrix, 2, 2)).toBeCloseTo(2 / 3, 12);
    expect(Math.exp(jets.memory()[log]!)).toBeCloseTo(6, 12);
  });

  test('has the same last block when only that is asked for', () => {
    const jets = jetsFor(0);
    const log = jets.reserve(1);
    const matrix = filled(jets, rows);
    sweep(jets, matrix, { pivots: 2, log, forward: true });
    expect(entry(jets, matrix, 2, 2)).toBeCloseTo(2 / 3, 12);
  });

  test('is refused when it is not positive definite', () => {
    const jets = jetsFor(0);
    const log = jets.reserve(1);
    const pair = [
      [1, 1],
      [1, 1],
    ];
    expect(sweep(jets, filled(jets, pair), { pivots: 2, log })).toBe(false);
  });
});

describe('numbers with derivatives', () => {
  /** x = 3 and y = 2 with a slope of one for themselves. */
  function start() {
    const jets = jetsFor(2);
    const [x, y, out] = [jets.reserve(1), jets.reserve(1), jets.reserve(1)];
    jets.memory().set([3, 1, 0], x);
    jets.memory().set([2, 0, 1], y);
    const read = () => [...jets.memory().slice(out, out + 6)];
    return { jets, x, y, out, read };
  }

  test('of a product', () => {
    const { jets, x, y, out, read } = start();
    jets.addProduct(out, x, y);
    expect(read()).toEqual([6, 2, 3, 0, 1, 0]);
  });

  test('of a logarithm', () => {
    const { jets, x, out, read } = start();
    jets.addLog(out, x);
    expect(read()).toEqual([Math.log(3), 1 / 3, 0, -1 / 9, 0, 0]);
  });

  test('of minus an inverse', () => {
    const { jets, y, out, read } = start();
    jets.invertNegative(out, y);
    expect(read()).toEqual([-0.5, 0, 0.25, 0, 0, -0.25]);
  });

  test('of a sum', () => {
    const { jets, x, y, out, read } = start();
    jets.addScaled(out, x, 2);
    jets.addScaled(out, y, -1);
    expect(read()).toEqual([4, 2, -1, 0, 0, 0]);
  });

  test('have room again where it was given back, and keep what stays when memory grows', () => {
    const { jets, x } = start();
    const from = jets.reserve(5);
    jets.memory()[from] = 7;
    jets.release(from);
    expect(jets.reserve(1000)).toBe(from);
    expect(jets.memory()[from]).toBe(0);
    expect(jets.memory()[x]).toBe(3);
  });
});
