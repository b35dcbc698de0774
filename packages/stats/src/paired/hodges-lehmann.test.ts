import { median } from 'simple-statistics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countChanges } from './count-changes.js';
import { hodgesLehmann, hodgesLehmannFromCounts } from './hodges-lehmann.js';
import { smallestDouble } from './ordered-doubles.js';
import { walshSums } from './walsh-sums.js';

// R: wilcox.test(c(1.2, -0.3, 2.9, 3.5, -0.5, 0.9, 4.3, 2.2), conf.int = TRUE)
test('eight distinct changes give what R prints', () => {
  expect(hodgesLehmann([1.2, -0.3, 2.9, 3.5, -0.5, 0.9, 4.3, 2.2])).toMatchObject({
    n: 8,
    value: expect.closeTo(1.8, 12) as number,
    interval: { low: expect.closeTo(0.2, 12) as number, high: 3.5, level: 0.95 },
    achieved: expect.closeTo(0.9609375, 14) as number,
  });
});

const changes = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 15 });

test('the value is the median of all averages of two changes', () => {
  fc.assert(
    fc.property(changes, (values) => {
      const averages = values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2));
      expect(hodgesLehmann(values)).toMatchObject({ value: median(averages) });
    }),
  );
});

test('the k-th sum is the k-th of all sums written out, fractions and zeros included', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -9, max: 9 }), { minLength: 1 }),
      (values) => {
        const sums = values.flatMap((a, i) => values.slice(i).map((b) => a + b));
        sums.sort((a, b) => a - b);
        const { size, pick } = walshSums(countChanges(values));
        expect(size).toBe(sums.length);
        for (const k of [1, Math.ceil(size / 3), size]) expect(pick(k)).toBe(sums[k - 1]! + 0);
      },
    ),
  );
});

test('a shift moves estimate and interval, and turning the scores around turns them', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: -9, max: 9 }), (values, shift) => {
      const plain = hodgesLehmann(values);
      const moved = hodgesLehmann(values.map((value) => shift - value));
      if (!plain.computable || !moved.computable) throw new Error('two changes are enough');
      expect(moved.value).toBe(shift - plain.value);
      expect(moved.interval.low).toBe(shift - plain.interval.high);
      expect(moved.interval.high).toBe(shift - plain.interval.low);
    }),
  );
});

test('ten thousand people on a short scale are no burden', () => {
  const counts = [-2, -1, 0, 1, 2].map((value, i) => ({ value, count: 1000 * (i + 1) }));
  // 114 of 225 sums of two are at most 1, and 94 at most 0.
  expect(hodgesLehmannFromCounts(counts)).toMatchObject({ n: 15_000, value: 0.5 });
});

test('two people give the widest interval there is, and say what it covers', () => {
  expect(hodgesLehmann([-5, -2])).toMatchObject({
    value: -3.5,
    interval: { low: -5, high: -2, level: 0.95 },
    achieved: 0.5,
  });
});

test('none or one change is refused', () => {
  expect(hodgesLehmann([])).toMatchObject({ computable: false, n: 0 });
  expect(hodgesLehmann([3])).toMatchObject({ computable: false, n: 1 });
});

test.each([-3.5, -1e-300, 0, 5e-324, 0.1, 7e200])(
  'the smallest double from %d on is found',
  (x) => {
    expect(smallestDouble((value) => value >= x, -1e9, 1e300)).toBe(x);
  },
);
