import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemMomentsOf } from './item-rows.js';
import { omegaTotal } from './omega-total.js';
import { fitOneFactor } from './one-factor.js';
import { sortedEigen } from './sorted-eigen.js';

const model = (loadings: readonly number[], uniqueness: readonly number[]) =>
  loadings.map((a, i) => loadings.map((b, j) => a * b + (i === j ? uniqueness[i]! : 0)));

test('a matrix made by one factor gives that factor back', () => {
  const loadings = [0.9, 0.7, 0.5, 0.4];
  const uniqueness = [0.3, 0.6, 0.5, 0.9];
  const fit = fitOneFactor(model(loadings, uniqueness))!;
  fit.loadings.forEach((value, i) => expect(value).toBeCloseTo(loadings[i]!, 9));
  fit.uniqueness.forEach((value, i) => expect(value).toBeCloseTo(uniqueness[i]!, 9));
  expect(fit.discrepancy).toBeLessThan(1e-15);
  expect(fit.boundary).toBe(false);
});

test('the fit of a matrix no factor made stands on a flat spot', () => {
  const s = [
    [1, 0.5, 0.3, 0.4],
    [0.5, 1, 0.2, 0.1],
    [0.3, 0.2, 1, 0.5],
    [0.4, 0.1, 0.5, 1],
  ];
  const fit = fitOneFactor(s)!;
  expect(fit.gradient).toBeLessThan(1e-12);
  expect(fit.discrepancy).toBeGreaterThan(0);
});

// Correlations .8, .8 and .5 would need a loading above one.
test('a Heywood case ends at a uniqueness of zero and says so', () => {
  const fit = fitOneFactor([
    [1, 0.8, 0.8],
    [0.8, 1, 0.5],
    [0.8, 0.5, 1],
  ])!;
  expect(fit.boundary).toBe(true);
  expect(fit.uniqueness[0]).toBe(0);
  expect(fit.loadings).toEqual([1, 0.8, 0.8]);
});

test('an item that is the sum of two others has no fit', () => {
  const rows = [
    [1, 2, 3],
    [2, 0, 2],
    [4, 1, 5],
    [0, 3, 3],
  ];
  expect(omegaTotal(itemMomentsOf(rows).moments)).toMatchObject({
    computable: false,
    reason: 'an item is a sum of others',
  });
});

test('the loadings do not depend on the order of the items', () => {
  const share = fc.integer({ min: 3, max: 9 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(fc.array(share, { minLength: 4, maxLength: 6 }), (loadings) => {
      const uniqueness = loadings.map((l) => 1 - l * l + 0.05);
      const forth = fitOneFactor(model(loadings, uniqueness))!;
      const back = fitOneFactor(model(loadings.toReversed(), uniqueness.toReversed()))!;
      back.loadings.toReversed().forEach((l, i) => expect(l).toBeCloseTo(forth.loadings[i]!, 7));
    }),
    { numRuns: 30 },
  );
});

test.each([
  {
    what: 'two items',
    rows: [
      [1, 2],
      [2, 1],
      [3, 3],
    ],
    reason: 'omega needs at least three items',
  },
  {
    what: 'three people',
    rows: [
      [1, 2, 3],
      [2, 1, 1],
      [3, 3, 1],
    ],
    reason: 'omega needs more people than items',
  },
  {
    what: 'an item that never varies',
    rows: [
      [1, 2, 3],
      [2, 1, 3],
      [3, 3, 3],
      [1, 1, 3],
    ],
    reason: 'an item never varies',
  },
])('omega of $what is refused', ({ rows, reason }) => {
  expect(omegaTotal(itemMomentsOf(rows).moments)).toMatchObject({ computable: false, reason });
});

test('the eigenvalues of a two by two matrix are those worked out by hand', () => {
  const { values, vectors } = sortedEigen([
    [2, 1],
    [1, 2],
  ]);
  expect(values[0]).toBeCloseTo(3, 14);
  expect(values[1]).toBeCloseTo(1, 14);
  expect(Math.abs(vectors[0]![0]!)).toBeCloseTo(Math.SQRT1_2, 14);
});
