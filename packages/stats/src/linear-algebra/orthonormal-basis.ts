import { dot } from './multiply.js';

/**
 * An orthonormal basis (rows x rank, by rows) of the columns of a matrix, by Gram and Schmidt done
 * twice, which is as good as Householder's way for the few columns here. Columns of which less than
 * 1e-10 of their length is left add nothing.
 */
export function orthonormalBasis(
  matrix: Float64Array,
  rows: number,
  columns: number,
): { readonly basis: Float64Array; readonly rank: number } {
  const found: Float64Array[] = [];
  for (let j = 0; j < columns && found.length < rows; j += 1) {
    const column = Float64Array.from({ length: rows }, (_, i) => matrix[i * columns + j]!);
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass += 1)
      for (const direction of found) {
        const along = dot(column, direction);
        for (let i = 0; i < rows; i += 1) column[i]! -= along * direction[i]!;
      }
    const left = Math.sqrt(dot(column, column));
    if (left > 1e-10 * before) found.push(column.map((value) => value / left));
  }
  const rank = found.length;
  const basis = new Float64Array(rows * rank);
  found.forEach((column, j) => column.forEach((value, i) => (basis[i * rank + j] = value)));
  return { basis, rank };
}
