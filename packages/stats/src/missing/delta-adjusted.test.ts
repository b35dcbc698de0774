import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltaAdjusted } from './delta-adjusted.js';

const observed = { mean: -3, se: 0.8, seen: 60, lost: 20 };

test('a quarter lost moves the mean by a quarter of delta', () => {
  const found = deltaAdjusted(observed, [0, 2]);
  if (!found.computable) throw new Error(found.reason);
  expect(found.results.map(({ estimate }) => estimate)).toEqual([-3, -2.5]);
  expect(found.results[0]!.se).toBe(0.8);
  expect(found.results[1]!.se).toBeCloseTo(Math.sqrt(0.64 + (4 * 0.1875) / 80), 14);
});

test('at the tipping point the interval just reaches zero', () => {
  const change = fc.record({
    mean: fc.double({ min: -10, max: 10, noNaN: true }),
    se: fc.double({ min: 0.1, max: 3, noNaN: true }),
    seen: fc.integer({ min: 2, max: 200 }),
    lost: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(change, (one) => {
      const found = deltaAdjusted(one, []);
      if (!found.computable || found.tippingPoint === null) throw new Error('refused');
      const delta = found.tippingPoint;
      const again = deltaAdjusted(one, [delta]);
      if (!again.computable) throw new Error(again.reason);
      const { interval } = again.results[0]!;
      if (delta === 0) {
        expect(interval.low * interval.high).toBeLessThanOrEqual(1e-12);
        return;
      }
      expect(Math.sign(delta)).toBe(-Math.sign(one.mean));
      const near = Math.min(Math.abs(interval.low), Math.abs(interval.high));
      expect(near).toBeLessThan(1e-7 * (1 + Math.abs(interval.low - interval.high)));
    }),
  );
});

test('with nobody lost no delta matters', () => {
  expect(deltaAdjusted({ ...observed, lost: 0 }, [])).toMatchObject({ tippingPoint: null });
});

test('an interval that holds zero already needs no delta', () => {
  expect(deltaAdjusted({ ...observed, se: 5 }, [])).toMatchObject({ tippingPoint: 0 });
});

test.each([
  { ...observed, seen: 1 },
  { ...observed, se: 0 },
])('seen $seen with error $se is refused', (change) => {
  expect(deltaAdjusted(change, [1]).computable).toBe(false);
});
