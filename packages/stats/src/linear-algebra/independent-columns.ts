/** What a design's cross-products say about its columns. */
export type ColumnRank = {
  /** The columns that are not sums of earlier ones. */
  readonly kept: readonly number[];
  /** The others, each as a sum of kept columns: one weight for each kept column before it. */
  readonly dropped: readonly { readonly column: number; readonly weights: Float64Array }[];
};

/**
 * Which columns of a design are not sums of earlier ones, read from its cross-products `x'x`: the
 * Cholesky factorisation in the order of the columns, leaving out each column of which less than
 * `tolerance` of its squares is left (default 1e-10). Needed before any model with factors, where an
 * empty cell makes a coefficient unknowable; R: `qr(x)$pivot`.
 */
export function independentColumns(gram: Float64Array, n: number, tolerance = 1e-10): ColumnRank {
  const rows: Float64Array[] = [];
  const kept: number[] = [];
  const dropped: { column: number; weights: Float64Array }[] = [];
  for (let j = 0; j < n; j += 1) {
    const rank = kept.length;
    const row = new Float64Array(rank + 1);
    let rest = gram[j * n + j]!;
    for (let k = 0; k < rank; k += 1) {
      let value = gram[j * n + kept[k]!]!;
      for (let l = 0; l < k; l += 1) value -= row[l]! * rows[k]![l]!;
      row[k] = value / rows[k]![k]!;
      rest -= row[k]! ** 2;
    }
    if (rest > tolerance * gram[j * n + j]!) {
      row[rank] = Math.sqrt(rest);
      rows.push(row);
      kept.push(j);
      continue;
    }
    const weights = row.slice(0, rank);
    for (let k = rank - 1; k >= 0; k -= 1) {
      for (let l = k + 1; l < rank; l += 1) weights[k]! -= rows[l]![k]! * weights[l]!;
      weights[k]! /= rows[k]![k]!;
    }
    dropped.push({ column: j, weights });
  }
  return { kept, dropped };
}
