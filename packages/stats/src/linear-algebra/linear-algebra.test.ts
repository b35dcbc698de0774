import { describe, expect, test } from 'vitest';
import { cholesky, inverseFromCholesky } from './cholesky.js';
import { independentColumns } from './independent-columns.js';
import {
  corner,
  dot,
  multiply,
  multiplyByTransposed,
  multiplyTransposed,
  sandwich,
} from './multiply.js';
import { orthonormalBasis } from './orthonormal-basis.js';
import { firmInverse, positiveInverse, scaledEigen } from './scaled-eigen.js';
import { symmetricEigen } from './symmetric-eigen.js';

const matrix = (...rows: number[][]) => Float64Array.from(rows.flat());
const near = (a: Float64Array, b: Float64Array | number[], digits = 12) => {
  expect(a).toHaveLength(b.length);
  a.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, digits));
};
const a = matrix([4, 2, 0.6], [2, 5, 1.5], [0.6, 1.5, 3]);
const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];

describe('a positive definite matrix', () => {
  const factor = cholesky(a, 3)!;

  test('is its Cholesky factor times its transpose', () => {
    near(multiplyByTransposed(factor, factor, [3, 3, 3]), [...a]);
  });

  test('times its inverse is the identity', () => {
    near(multiply(a, inverseFromCholesky(factor, 3), [3, 3, 3]), identity);
  });

  test('is what eigenvectors and eigenvalues put together', () => {
    const { values, vectors } = symmetricEigen(a, 3);
    const diagonal = matrix([values[0]!, 0, 0], [0, values[1]!, 0], [0, 0, values[2]!]);
    near(multiplyByTransposed(multiply(vectors, diagonal, [3, 3, 3]), vectors, [3, 3, 3]), [...a]);
  });

  test('stays untouched', () => {
    expect([...a]).toEqual([4, 2, 0.6, 2, 5, 1.5, 0.6, 1.5, 3]);
  });
});

test.each([
  { name: 'singular', values: [1, 1, 1, 1] },
  { name: 'indefinite', values: [1, 2, 2, 1] },
  { name: 'zero', values: [0, 0, 0, 0] },
])('a matrix that is $name has no Cholesky factor', ({ values }) => {
  expect(cholesky(Float64Array.from(values), 2)).toBeNull();
});

test('a direction nothing is known about gets no weight in the positive inverse', () => {
  near(positiveInverse(matrix([2, 2], [2, 2]), 2), [0.125, 0.125, 0.125, 0.125]);
});

test('scaled eigenvalues do not depend on units, and put the inverse together', () => {
  const scale = [1, 1e6, 1e-6];
  const scaled = a.map((value, i) => value * scale[Math.floor(i / 3)]! * scale[i % 3]!);
  const values = (matrixOf: Float64Array) => scaledEigen(matrixOf, 3).map(({ value }) => value);
  values(scaled).forEach((value, i) => expect(value).toBeCloseTo(values(a)[i]!, 10));
  near(positiveInverse(a, 3), [...inverseFromCholesky(cholesky(a, 3)!, 3)]);
});

test.each([
  { name: 'firm', values: [2, 1, 1, 2], firm: true },
  { name: 'nearly singular', values: [1, 1, 1, 1 + 1e-9], firm: false },
  { name: 'indefinite', values: [1, 2, 2, 1], firm: false },
])('a matrix that is $name is told by its inverse', ({ values, firm }) => {
  expect(firmInverse(Float64Array.from(values), 2) !== null).toBe(firm);
});

test('damping is added in the units of each row', () => {
  near(firmInverse(matrix([4, 0], [0, 1]), 2, 1)!, [1 / 8, 0, 0, 1 / 2]);
});

test('a corner is the first rows and some columns', () => {
  near(corner(a, 3, [2, 1, 2]), [2, 0.6, 5, 1.5]);
});

test('products with a transpose are those of the transposed matrix', () => {
  const b = matrix([1, 2, 3], [4, 5, 6]);
  near(multiplyTransposed(b, b, [2, 3, 3]), [17, 22, 27, 22, 29, 36, 27, 36, 45]);
  near(multiplyByTransposed(b, b, [2, 3, 2]), [14, 32, 32, 77]);
  near(sandwich(matrix([1, 0], [0, 2]), b, 2, 3), [33, 42, 51, 42, 54, 66, 51, 66, 81]);
});

test('a dot product is a sum of products', () => {
  expect(dot(Float64Array.of(1, 2), Float64Array.of(3, 4))).toBe(11);
});

test('a column that is a sum of earlier ones is dropped, with its weights', () => {
  // Columns: 1, x, 2 + 3x, x squared.
  const x = [0, 1, 2, 5];
  const design = Float64Array.from(x.flatMap((value) => [1, value, 2 + 3 * value, value ** 2]));
  const gram = multiplyTransposed(design, design, [4, 4, 4]);
  const { kept, dropped } = independentColumns(gram, 4);
  expect(kept).toEqual([0, 1, 3]);
  expect(dropped.map(({ column }) => column)).toEqual([2]);
  near(dropped[0]!.weights, [2, 3], 9);
});

test('an empty column is dropped', () => {
  const { kept, dropped } = independentColumns(matrix([2, 0], [0, 0]), 2);
  expect(kept).toEqual([0]);
  expect([...dropped[0]!.weights]).toEqual([0]);
});

test('a basis has unit columns at right angles and spans the matrix', () => {
  const design = matrix([1, 0, 0], [1, 3, 6], [1, 6, 12], [1, 12, 24]);
  const { basis, rank } = orthonormalBasis(design, 4, 3);
  expect(rank).toBe(2);
  near(multiplyTransposed(basis, basis, [4, 2, 2]), [1, 0, 0, 1]);
  const shadow = multiplyTransposed(basis, design, [4, 2, 3]);
  near(multiply(basis, shadow, [4, 2, 3]), [...design]);
});
