import { expect, test } from 'vitest';
import { mergeMoments } from '../moments/index.js';
import { cronbachAlpha, cronbachAlphaOfMoments } from './cronbach-alpha.js';
import { itemMomentsOf } from './item-rows.js';

// R: datasets::attitude; psych 2.2.9 prints alpha 0.8431 with Feldt interval 0.7394 to 0.9158.
const attitude: Record<string, readonly number[]> = {
  rating: [
    43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40,
    63, 66, 78, 48, 85, 82,
  ],
  complaints: [
    51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37,
    54, 77, 75, 57, 85, 82,
  ],
  privileges: [
    30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42,
    42, 66, 58, 44, 71, 39,
  ],
  learning: [
    39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58,
    48, 63, 74, 45, 71, 59,
  ],
  raises: [
    61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50,
    66, 88, 80, 51, 77, 64,
  ],
  critical: [
    92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57,
    75, 76, 78, 83, 74, 78,
  ],
  advance: [
    45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49,
    33, 72, 49, 38, 55, 39,
  ],
};
const rows = attitude['rating']!.map((_, person) =>
  Object.values(attitude).map((item) => item[person]!),
);

test('alpha of the attitude data and its Feldt interval are those of R', () => {
  const found = cronbachAlpha(rows);
  if (!found.computable) throw new Error(found.reason);
  expect(found).toMatchObject({ n: 30, k: 7, omitted: 0 });
  expect(found.alpha).toBeCloseTo(0.8431427695647599, 12);
  expect(found.interval.low).toBeCloseTo(0.7393756856431073, 10);
  expect(found.interval.high).toBeCloseTo(0.9157730721599816, 10);
});

test('a row with a blank is left out and counted', () => {
  const found = cronbachAlpha([...rows, [null, 1, 2, 3, 4, 5, 6]]);
  expect(found).toMatchObject({ n: 30, omitted: 1 });
});

test('alpha of merged parts is alpha of all', () => {
  const part = (from: number, to: number) => itemMomentsOf(rows.slice(from, to)).moments;
  expect(cronbachAlphaOfMoments(mergeMoments(part(0, 11), part(11, 30)))).toEqual(
    cronbachAlpha(rows),
  );
});

test.each([
  { what: 'no rows', rows: [], reason: 'there are no rows' },
  { what: 'one item', rows: [[1], [2]], reason: 'alpha needs at least two items' },
  {
    what: 'one complete row',
    rows: [
      [1, 2],
      [null, 3],
    ],
    reason: 'alpha needs at least two people with every item answered',
  },
  {
    what: 'a total that never varies',
    rows: [
      [1, 2],
      [2, 1],
    ],
    reason: 'the total score does not vary',
  },
])('$what is refused', ({ rows, reason }) => {
  expect(cronbachAlpha(rows)).toMatchObject({ computable: false, reason });
});
