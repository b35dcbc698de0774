import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseItems } from './item-analysis.js';
import { itemMomentsOf } from './item-rows.js';
import { guttmanLambda2 } from './lambda-2.js';
import { cronbachAlpha } from './cronbach-alpha.js';
import { standardizedAlpha } from './standardized-alpha.js';

// Three items, five people; by hand: items sum to 6, 9, 8, 13, 14.
const rows = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 2, 3],
  [4, 4, 5],
  [5, 5, 4],
];
const { moments } = itemMomentsOf(rows);

test('the item-rest correlation leaves the item out of its own total', () => {
  const found = analyseItems(moments);
  if (!found.computable) throw new Error(found.reason);
  // cor(c(1,2,3,4,5), c(5,7,5,9,9)) = 8 / sqrt(10 * 16)
  expect(found.items[0]!.itemRest).toBeCloseTo(10 / Math.sqrt(10 * 16), 12);
});

test('alpha if dropped is alpha of the remaining items', () => {
  const found = analyseItems(moments);
  const rest = cronbachAlpha(rows.map(([, b, c]) => [b!, c!]));
  expect(found.computable && found.items[0]!.alphaIfDropped).toBeCloseTo(
    rest.computable ? rest.alpha : Number.NaN,
    14,
  );
});

test('two items have no alpha without one of them', () => {
  const found = analyseItems(itemMomentsOf(rows.map(([a, b]) => [a!, b!])).moments);
  expect(found).toMatchObject({ items: [{ alphaIfDropped: null }, { alphaIfDropped: null }] });
});

test('an item that never varies has no correlation with the rest', () => {
  const found = analyseItems(itemMomentsOf(rows.map(([a]) => [a!, 3])).moments);
  expect(found).toMatchObject({ items: [{ itemRest: null }, { itemRest: null }] });
});

test('a constant item leaves standardized alpha undefined', () => {
  const constant = itemMomentsOf(rows.map(([a]) => [a!, 3])).moments;
  expect(standardizedAlpha(constant)).toMatchObject({ reason: 'an item never varies' });
});

const answers = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), {
  minLength: 3,
  maxLength: 30,
});

test('lambda-2 is never below alpha', () => {
  fc.assert(
    fc.property(answers, (people) => {
      const alpha = cronbachAlpha(people);
      const lambda = guttmanLambda2(itemMomentsOf(people).moments);
      expect(lambda.computable).toBe(alpha.computable);
      if (alpha.computable && lambda.computable)
        expect(lambda.lambda2).toBeGreaterThanOrEqual(alpha.alpha - 1e-9);
    }),
  );
});

test('shifting and stretching every answer leaves alpha as it is', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: -9, max: 9 }), (people, shift) => {
      const moved = people.map((row) => row.map((answer) => 2 * answer + shift));
      const [a, b] = [cronbachAlpha(people), cronbachAlpha(moved)];
      if (a.computable && b.computable) expect(b.alpha).toBeCloseTo(a.alpha, 9);
      else expect(b.computable).toBe(a.computable);
    }),
  );
});

test.each([
  { what: 'one item', rows: [[1], [2]] },
  { what: 'one person', rows: [[1, 2]] },
])('$what is refused', ({ rows }) => {
  expect(analyseItems(itemMomentsOf(rows).moments)).toMatchObject({ computable: false });
  expect(guttmanLambda2(itemMomentsOf(rows).moments)).toMatchObject({ computable: false });
  expect(standardizedAlpha(itemMomentsOf(rows).moments)).toMatchObject({ computable: false });
});
