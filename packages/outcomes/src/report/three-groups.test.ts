import { expect, test } from 'vitest';
import type { Count } from './count.js';
import { publishThreeGroups, type ThreeGroups } from './three-groups.js';

const minimumCell = 11;
const names = ['improved', 'noReliableChange', 'worse'] as const;

function groups([improved, noReliableChange, worse]: readonly number[]) {
  return { improved: improved!, noReliableChange: noReliableChange!, worse: worse! };
}

function text(published: ThreeGroups<Count>): string {
  return names
    .map((name) => {
      const count = published[name];
      return count.withheld ? `${count.from}-${count.to}` : String(count.count);
    })
    .join(' ');
}

test.each([
  { counts: [12, 14, 11], published: '12 14 11' },
  { counts: [0, 23, 0], published: '0 23 0' },
  { counts: [34, 60, 6], published: '34 56-65 1-10' },
  { counts: [5, 20, 3], published: '1-10 11-26 1-10' },
  { counts: [4, 30, 0], published: '1-10 24-33 0' },
  { counts: [0, 4, 30], published: '0 1-10 24-33' },
  { counts: [1, 11, 0], published: '0-12 0-12 0-12' },
  { counts: [10, 10, 10], published: '0-30 0-30 0-30' },
  { counts: [7, 0, 9], published: '0-16 0-16 0-16' },
])('$counts is published as $published', ({ counts, published }) => {
  expect(text(publishThreeGroups(groups(counts), minimumCell))).toBe(published);
});

test.each([5, 11])(
  'below %i: whoever knows the total and how counts are withheld cannot narrow a small count',
  (least) => {
    for (let n = least; n <= 6 * least; n += 1)
      for (const [seen, possible] of worldsOf(n, least))
        names.forEach((name, place) => {
          const values = new Set(possible.map((counts) => counts[place]!));
          const small = [...values].some((value) => value > 0 && value < least);
          expect(!small || values.size >= least - 1, `${name} of ${n} as ${seen}`).toBe(true);
        });
  },
);

/** All counts that add up to n, by what is published of them. */
function worldsOf(n: number, least: number): Map<string, number[][]> {
  const worlds = new Map<string, number[][]>();
  for (let improved = 0; improved <= n; improved += 1)
    for (let worse = 0; worse <= n - improved; worse += 1) {
      const counts = [improved, n - improved - worse, worse];
      const seen = text(publishThreeGroups(groups(counts), least));
      worlds.set(seen, [...(worlds.get(seen) ?? []), counts]);
    }
  return worlds;
}
