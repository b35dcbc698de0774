import { expect, test } from 'vitest';
import { flowNetwork } from './flow-network.js';

// Two ways from 0 to 3, of 3 and 2, and a bridge between them.
const arcs = [
  { from: 0, to: 1, up: 3, down: 0 },
  { from: 1, to: 3, up: 2, down: 0 },
  { from: 0, to: 2, up: 2, down: 0 },
  { from: 2, to: 3, up: 4, down: 0 },
  { from: 1, to: 2, up: 5, down: 0 },
];

test('the most that can be pushed is the narrowest cut', () => {
  const { amount, flows } = flowNetwork(arcs, 4)({ source: 0, sink: 3 });
  expect(amount).toBe(5);
  expect(flows()[0]! + flows()[2]!).toBe(5);
});

test('it stops when it has enough', () => {
  expect(flowNetwork(arcs, 4)({ source: 0, sink: 3, enough: 4 }).amount).toBe(4);
});

test('an arc left out carries nothing', () => {
  const { amount, flows } = flowNetwork(arcs, 4)({ source: 0, sink: 3, without: 2 });
  expect(amount).toBe(3);
  expect(flows()[2]).toBe(0);
});

test('flow can be taken back along an arc', () => {
  const { amount, flows } = flowNetwork(
    [{ from: 1, to: 0, up: 0, down: 7 }],
    2,
  )({ source: 0, sink: 1 });
  expect(amount).toBe(7);
  expect(flows()).toEqual([-7]);
});

test('a way without limit carries without limit', () => {
  const open = [{ from: 0, to: 1, up: Infinity, down: 0 }];
  expect(flowNetwork(open, 2)({ source: 0, sink: 1 }).amount).toBe(Infinity);
});
