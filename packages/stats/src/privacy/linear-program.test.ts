import { expect, test } from 'vitest';
import { fitsIntegers, greatestInteger } from './integer-bound.js';
import { feasibleSystem, greatest } from './linear-program.js';

// max 3x + 5y with x <= 4, 2y <= 12, 3x + 2y <= 18: 36 at (2, 6) (Hillier and Lieberman).
const rows = [
  { weights: [1, 0], low: -Infinity, high: 4 },
  { weights: [0, 2], low: -Infinity, high: 12 },
  { weights: [3, 2], low: -Infinity, high: 18 },
];

test('the Wyndor Glass example has its printed optimum', () => {
  const { value, x } = greatest(feasibleSystem(rows, 2)!, [3, 5]);
  expect(value).toBeCloseTo(36, 9);
  expect(x[0]).toBeCloseTo(2, 9);
  expect(x[1]).toBeCloseTo(6, 9);
});

test('an equation and a lower end are kept', () => {
  const system = feasibleSystem(
    [
      { weights: [1, 1], low: 10, high: 10 },
      { weights: [1, 0], low: 3, high: Infinity },
    ],
    2,
  )!;
  expect(greatest(system, [0, 1]).value).toBeCloseTo(7, 9);
  expect(greatest(system, [-1, 0]).value).toBeCloseTo(-3, 9);
});

test('conditions that contradict each other have no corner', () => {
  const contradiction = [...rows, { weights: [1, 1], low: 20, high: Infinity }];
  expect(feasibleSystem(contradiction, 2)).toBeUndefined();
});

test('an objective nothing holds goes to infinity', () => {
  const system = feasibleSystem([{ weights: [1, -1], low: 0, high: 0 }], 2)!;
  expect(greatest(system, [1, 0]).value).toBe(Infinity);
});

test('the same condition twice does no harm', () => {
  const twice = [...rows, ...rows, { weights: [1, 1], low: 8, high: 8 }];
  const system = feasibleSystem([...twice, { weights: [2, 2], low: 16, high: 16 }], 2)!;
  expect(greatest(system, [1, 0]).value).toBeCloseTo(2, 9);
});

test('whole numbers can reach less than fractions', () => {
  const half = [{ weights: [2, 2], low: -Infinity, high: 7 }];
  expect(greatest(feasibleSystem(half, 2)!, [1, 1]).value).toBeCloseTo(3.5, 9);
  expect(greatestInteger(half, [1, 1])).toEqual({ value: 3, exact: true });
});

test('an equation only fractions can solve has no whole solution', () => {
  const odd = [{ weights: [2, 4], low: 7, high: 7 }];
  expect(greatestInteger([...odd, { weights: [1, 1], low: 0, high: 50 }], [1, 0])).toBeUndefined();
  expect(fitsIntegers([...odd, { weights: [1, 1], low: 0, high: 50 }], 2)).toBe(false);
});

test('a search cut short says so and gives an outer bound', () => {
  const odd = [
    { weights: [2, 4], low: 7, high: 7 },
    { weights: [1, 1], low: 0, high: 50 },
  ];
  expect(greatestInteger(odd, [1, 0], { branches: 0 })).toEqual({ value: 3, exact: false });
  expect(fitsIntegers(odd, 2, { branches: 0 })).toBeUndefined();
});
