import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineColumns } from './combine-columns.js';
import { describeMoments, describePairedMoments } from './describe-moments.js';
import {
  centredProduct,
  gatherMoments,
  mergeMoments,
  momentsOf,
  momentsOfRows,
  pairedMomentsOf,
} from './moments.js';

const score = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const pair = fc.tuple(score, score);

function close(a: number | null, b: number | null, scale = 1): void {
  if (a === null || b === null) return expect(a).toBe(b);
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(a), Math.abs(b), scale));
}

test('the mean, variance and standard error of 1 to 10 are those of R', () => {
  const described = describeMoments(momentsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  expect(described).toMatchObject({ n: 10, mean: 5.5, sumSquares: 82.5 });
  expect(described.sd).toBeCloseTo(3.0276503540974917, 14);
  expect(described.se).toBeCloseTo(0.9574271077563381, 14);
});

// R: with(sleep, ...) on the classic sleep data; both columns of ten patients.
test('the paired summary of the sleep data is that of R', () => {
  const before = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const after = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const described = describePairedMoments(
    pairedMomentsOf(before.map((value, person) => [value, after[person]!])),
  );
  expect(described.before.sd).toBeCloseTo(1.7890096577591625, 12);
  expect(described.change.mean).toBeCloseTo(1.58, 12);
  expect(described.change.sd).toBeCloseTo(1.2299954832798732, 12);
  expect(described.correlation).toBeCloseTo(0.7951702058335778, 12);
});

test('no rows have no mean, one row has no spread', () => {
  expect(describeMoments(momentsOf([]))).toMatchObject({ n: 0, mean: null, sd: null });
  expect(describeMoments(momentsOf([7]))).toMatchObject({ n: 1, mean: 7, sd: null });
  expect(describePairedMoments(pairedMomentsOf([[1, 2]])).covariance).toBeNull();
});

test('a column that never varies has no correlation', () => {
  const described = describePairedMoments(
    pairedMomentsOf([
      [3, 1],
      [3, 4],
    ]),
  );
  expect(described.correlation).toBeNull();
});

test('a change of exactly one for everybody has a spread of exactly zero', () => {
  const pairs = [0.1, 0.2, 0.7].map((value) => [value * 8, value * 8 + 1] as const);
  expect(describePairedMoments(pairedMomentsOf(pairs)).change.sd).toBe(0);
  expect(
    describePairedMoments(
      pairedMomentsOf([
        [1, 2],
        [5, 6],
      ]),
    ).change.sd,
  ).toBe(0);
});

test('merging summaries equals pooling the rows', () => {
  fc.assert(
    fc.property(fc.array(pair), fc.array(pair), (first, second) => {
      const merged = describePairedMoments(
        mergeMoments(pairedMomentsOf(first), pairedMomentsOf(second)),
      );
      const pooled = describePairedMoments(pairedMomentsOf([...first, ...second]));
      expect(merged.n).toBe(pooled.n);
      close(merged.before.mean, pooled.before.mean);
      close(merged.after.variance, pooled.after.variance);
      close(merged.change.variance, pooled.change.variance);
      close(merged.covariance, pooled.covariance);
    }),
  );
});

test('the order of the people changes nothing', () => {
  const shuffled = fc
    .array(score, { minLength: 2 })
    .chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      const a = describeMoments(momentsOf(rows));
      const b = describeMoments(momentsOf(other));
      close(a.mean, b.mean);
      close(a.variance, b.variance);
    }),
  );
});

test('a small spread far from zero is not lost to rounding', () => {
  const values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
  expect(describeMoments(momentsOf(values)).variance).toBe(30);
});

test('a hundred thousand tenths have the mean of one of them', () => {
  const gatherer = gatherMoments();
  for (let row = 0; row < 100_000; row += 1) gatherer.add([0.1]);
  const described = describeMoments(gatherer.moments());
  expect(described.mean).toBe(0.1);
  expect(described.variance).toBe(0);
});

test('the total of the columns has the moments of the summed rows', () => {
  const rows = [
    [1, 2, 4],
    [0, 5, 5],
    [3, 3, 1],
    [2, 0, 2],
  ];
  const total = combineColumns(momentsOfRows(rows, 3), [1, 1, 1]);
  expect(describeMoments(total)).toEqual(describeMoments(momentsOf([7, 10, 7, 4])));
});

test('the sum of products about the means does not mind which column is named first', () => {
  const moments = pairedMomentsOf([
    [1, 6],
    [2, 4],
    [6, 5],
  ]);
  expect(centredProduct(moments, 0, 1)).toBe(-1);
  expect(centredProduct(moments, 1, 0)).toBe(-1);
});

test('what is handed in stays as it was', () => {
  const a = momentsOf([1, 2]);
  const frozen = Object.freeze({ ...a, sums: Object.freeze([...a.sums]) });
  expect(mergeMoments(frozen, frozen).n).toBe(4);
  expect(frozen).toEqual(a);
});

test.each([
  { what: 'a number that is not finite', row: [Number.NaN] },
  { what: 'a row of another width', row: [1, 2] },
])('$what is refused', ({ row }) => {
  expect(() => gatherMoments(1).add(row)).toThrow(RangeError);
});
