import { describe, expect, test } from 'vitest';
import { cholesky, inverseFromCholesky, logDeterminant, solveCholesky } from './cholesky.js';
import { independentColumns } from './independent-columns.js';
import { multiply, sandwich, traceOfProduct, transpose } from './multiply.js';
import { orthonormalBasis } from './orthonormal-basis.js';
import { factorize, solve, solveTransposed } from './solve.js';
import { positiveInverse, symmetricEigen } from './symmetric-eigen.js';

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

  test('has the determinant of its factor', () => {
    expect(Math.exp(logDeterminant(factor, 3))).toBeCloseTo(40.8, 10);
  });

  test('is solved for a right side', () => {
    near(multiply(a, solveCholesky(factor, 3, Float64Array.of(1, 2, 3)), [3, 3, 1]), [1, 2, 3]);
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

test('the trace of a product is the sum over its diagonal', () => {
  expect(traceOfProduct(matrix([1, 2], [3, 4]), matrix([5, 6], [7, 8]), 2)).toBe(19 + 50);
});

describe('a matrix taken apart', () => {
  const general = matrix([0, 2, 1], [1, -1, 3], [2, 0, 1]);
  const factored = factorize(general, 3)!;

  test('solves, also transposed', () => {
    const b = Float64Array.of(1, 2, 3);
    near(multiply(general, solve(factored, b), [3, 3, 1]), [1, 2, 3]);
    near(multiply(transpose(general, 3, 3), solveTransposed(factored, b), [3, 3, 1]), [1, 2, 3]);
  });

  test('is refused when it is singular', () => {
    expect(factorize(matrix([1, 2], [2, 4]), 2)).toBeNull();
  });
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
