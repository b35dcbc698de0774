import { expect, test } from 'vitest';
import type { Count } from './count.js';
import { publishFlow } from './people-flow.js';

const minimumCell = 11;

function text(count: Count): string {
  return count.withheld ? `${count.from}-${count.to}` : String(count.count);
}

function seen(enrolled: number, followedUp: readonly number[]): string {
  const flow = publishFlow(enrolled, followedUp, minimumCell);
  const later = flow.followUps.map(({ followedUp: n, lost }) => `${text(n)}/${text(lost)}`);
  return [text(flow.enrolled), ...later].join(' ');
}

test.each([
  { enrolled: 40, followedUp: [28, 24], published: '40 28/12 24/16' },
  { enrolled: 40, followedUp: [40, 29], published: '40 40/0 29/11' },
  { enrolled: 40, followedUp: [34], published: '34-44 34/0-10' },
  { enrolled: 40, followedUp: [34, 24], published: '34-44 34/0-10 24/10-20' },
  { enrolled: 40, followedUp: [28, 7], published: '40 28/12 1-10/30-39' },
  { enrolled: 15, followedUp: [8], published: '15 1-10/5-14' },
  { enrolled: 9, followedUp: [6], published: '1-10 1-10/0-9' },
  { enrolled: 9, followedUp: [0], published: '1-10 0/1-10' },
  { enrolled: 20, followedUp: [0], published: '20 0/20' },
  { enrolled: 0, followedUp: [0], published: '0 0/0' },
])(
  '$enrolled enrolled, $followedUp followed up: $published',
  ({ enrolled, followedUp, published }) => {
    expect(seen(enrolled, followedUp)).toBe(published);
  },
);

test.each([
  { enrolled: 40, followedUp: 28, rate: { from: 0.7, to: 0.7 } },
  { enrolled: 40, followedUp: 33, rate: { from: 33 / 43, to: 1 } },
  { enrolled: 40, followedUp: 4, rate: { from: 1 / 40, to: 10 / 40 } },
  { enrolled: 0, followedUp: 0, rate: null },
])('the follow-up rate of $followedUp of $enrolled is $rate', ({ enrolled, followedUp, rate }) => {
  expect(publishFlow(enrolled, [followedUp], minimumCell).followUps[0]!.rate).toEqual(rate);
});

test('whoever knows how counts are withheld has ten or more values for each small one', () => {
  const worlds = new Map<string, number[][]>();
  for (let enrolled = 0; enrolled <= 60; enrolled += 1)
    for (let first = 0; first <= enrolled; first += 1)
      for (let second = 0; second <= enrolled; second += 1) {
        const counts = [enrolled, first, second, enrolled - first, enrolled - second];
        const key = seen(enrolled, [first, second]);
        worlds.set(key, [...(worlds.get(key) ?? []), counts]);
      }
  // Above 45 some worlds are cut off by the end of the search, not by what is published.
  for (const [key, possible] of worlds) {
    if (possible.some(([enrolled]) => enrolled! > 45)) continue;
    for (let place = 0; place < 5; place += 1) {
      const values = new Set(possible.map((counts) => counts[place]!));
      const small = [...values].some((value) => value > 0 && value < minimumCell);
      expect(!small || values.size >= minimumCell - 1, `${key}, number ${place}`).toBe(true);
    }
  }
});
