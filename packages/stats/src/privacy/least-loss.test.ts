import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideAtLeastLoss } from './least-loss.js';

const gaps = fc.array(
  fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 }),
  {
    maxLength: 8,
  },
);
const losses = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 });

function bruteForce(sets: readonly (readonly number[])[], loss: readonly number[]): number {
  let best = Infinity;
  for (let chosen = 0; chosen < 256; chosen += 1) {
    const has = (place: number) => (chosen & (1 << place)) !== 0;
    if (!sets.every((set) => set.some(has))) continue;
    best = Math.min(
      best,
      loss.reduce((sum, one, place) => sum + (has(place) ? one : 0), 0),
    );
  }
  return best;
}

test('the loss is that of trying every choice', () => {
  fc.assert(
    fc.property(gaps, losses, (sets, loss) => {
      const candidates = loss.map((one, place) => ({ place, loss: one }));
      const findGaps = (hidden: ReadonlySet<number>) =>
        sets.filter((set) => !set.some((place) => hidden.has(place)));
      const found = hideAtLeastLoss(new Set(), candidates, findGaps)!;
      expect(found.proven).toBe(true);
      expect(found.loss).toBe(bruteForce(sets, loss));
    }),
  );
});

test('a search cut short still closes every gap, and says it is not proven', () => {
  fc.assert(
    fc.property(gaps, losses, (sets, loss) => {
      const candidates = loss.map((one, place) => ({ place, loss: one }));
      const findGaps = (hidden: ReadonlySet<number>) =>
        sets.filter((set) => !set.some((place) => hidden.has(place)));
      const found = hideAtLeastLoss(new Set(), candidates, findGaps, { work: 0 })!;
      expect([...findGaps(found.hidden)]).toEqual([]);
      if (sets.length > 0) expect(found.proven).toBe(false);
    }),
  );
});

test('a gap nothing can close is reported', () => {
  expect(hideAtLeastLoss(new Set(), [{ place: 0, loss: 1 }], () => [[9]])).toBeUndefined();
});

test('what must be hidden costs nothing here', () => {
  expect(hideAtLeastLoss(new Set([3]), [], () => [])).toEqual({
    hidden: new Set([3]),
    loss: 0,
    proven: true,
  });
});
