import { describe, expect, test } from 'vitest';
import { cholesky, inverseFromCholesky } from './cholesky.js';
import { independentColumns } from './independent-columns.js';
import { dot, multiply, sandwich, transpose } from './multiply.js';
import { orthonormalBasis } from './orthonormal-basis.js';
import { positiveInverse, scaledEigen, symmetricEigen } from './symmetric-eigen.js';

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
    near(multiply(factor, transpose(factor, 3, 3), [3, 3, 3]), [...a]);
  });

  test('times its inverse is the identity', () => {
    near(multiply(a, inverseFromCholesky(factor, 3), [3, 3, 3]), identity);
  });

  test('is what eigenvectors and eigenvalues put together', () => {
    const { values, vectors } = symmetricEigen(a, 3);
    const diagonal = matrix([values[0]!, 0, 0], [0, values[1]!, 0], [0, 0, values[2]!]);
    near(sandwich(diagonal, transpose(vectors, 3, 3), 3, 3), [...a]);
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

test('a dot product is a sum of products', () => {
  expect(dot(Float64Array.of(1, 2), Float64Array.of(3, 4))).toBe(11);
});

test('a column that is a sum of earlier ones is dropped, with its weights', () => {
  // Columns: 1, x, 2 + 3x, x squared.
  const x = [0, 1, 2, 5];
  const design = Float64Array.from(x.flatMap((value) => [1, value, 2 + 3 * value, value ** 2]));
  const gram = multiply(transpose(design, 4, 4), design, [4, 4, 4]);
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
  near(multiply(transpose(basis, 4, 2), basis, [2, 4, 2]), [1, 0, 0, 1]);
  const shadow = multiply(transpose(basis, 4, 2), design, [2, 4, 3]);
  near(multiply(basis, shadow, [4, 2, 3]), [...design]);
});
