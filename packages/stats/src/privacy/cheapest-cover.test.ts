import { expect, test } from 'vitest';
import { cheapestCover, greedyCover } from './cheapest-cover.js';

const losses = new Map([
  [0, 3],
  [1, 3],
  [2, 3],
  [3, 5],
]);

// Three gaps in a triangle need two of three places, or the one they all share.
const triangle = [
  [0, 1, 3],
  [1, 2, 3],
  [0, 2, 3],
];

test('one dearer place may be cheaper than two', () => {
  const { chosen, loss, proven } = cheapestCover(triangle, losses, 1e6);
  expect([...chosen]).toEqual([3]);
  expect({ loss, proven }).toEqual({ loss: 5, proven: true });
});

test('halves do not close gaps: the triangle alone needs two whole places', () => {
  const { chosen, loss } = cheapestCover(
    triangle.map((gap) => gap.filter((place) => place !== 3)),
    losses,
    1e6,
  );
  expect(chosen.size).toBe(2);
  expect(loss).toBe(6);
});

test('without work allowed the greedy choice stands, unproven', () => {
  const { chosen, proven } = cheapestCover(triangle, losses, 0);
  expect(chosen).toEqual(greedyCover(triangle, losses));
  expect(proven).toBe(false);
});

test('no gaps cost nothing', () => {
  expect(cheapestCover([], losses, 0)).toMatchObject({ loss: 0, proven: true });
});
