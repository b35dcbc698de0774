/** Linear covariance parameters and how they move with the free numbers. */
export type Moves = {
  readonly values: Float64Array;
  /** Slopes, one row a linear parameter. */
  readonly slopes: Float64Array;
  /** Second derivatives of the sum of the parameters times their weights. */
  readonly bends: Float64Array;
};

/** Where one map writes: its first linear parameter and its first free number. */
export type MovesTarget = Moves & {
  readonly weights: Float64Array;
  readonly row: number;
  readonly from: number;
};

/**
 * How free numbers become linear covariance parameters: any numbers give a proper covariance, and
 * zero variances are reached, not only approached.
 */
export type CovarianceMap = {
  /** How many free numbers there are. */
  readonly size: number;
  /** How many linear parameters they give. */
  readonly linear: number;
  /** Where a search starts: everything middling, in units of the residual spread. */
  readonly start: readonly number[];
  /** Adds its part to what is there. */
  fill(target: MovesTarget, free: Float64Array): void;
  /**
   * The columns of Cholesky factors, each from its diagonal down: a zero there means a variance of
   * zero or a perfect correlation.
   */
  readonly bounds: readonly (readonly number[])[];
  /**
   * The free numbers that give these linear parameters, `null` when none do; absent when the linear
   * parameters cannot move freely.
   */
  readonly free?: (values: Float64Array) => Float64Array | null;
};

/** Several maps side by side. */
export function combineMaps(maps: readonly CovarianceMap[]): CovarianceMap {
  let size = 0;
  let linear = 0;
  const parts = maps.map((map) => {
    const part = { map, from: size, row: linear };
    size += map.size;
    linear += map.linear;
    return part;
  });
  const freeOfAll = (values: Float64Array) => {
    const out = new Float64Array(size);
    for (const { map, from, row } of parts) {
      const found = map.free?.(values.subarray(row, row + map.linear));
      if (!found) return null;
      out.set(found, from);
    }
    return out;
  };
  return {
    size,
    linear,
    start: maps.flatMap((map) => map.start),
    bounds: parts.flatMap(({ map, from }) =>
      map.bounds.map((column) => column.map((place) => from + place)),
    ),
    ...(maps.every((map) => map.free) ? { free: freeOfAll } : {}),
    fill(target, free) {
      for (const { map, from, row } of parts)
        map.fill({ ...target, from: target.from + from, row: target.row + row }, free);
    },
  };
}

/** The linear parameters at some free numbers; the bends are weighted, zero unless set. */
export function movesAt(
  { size, linear, fill }: CovarianceMap,
  free: Float64Array,
  weights: Float64Array = new Float64Array(linear),
): Moves {
  const [values, slopes] = [new Float64Array(linear), new Float64Array(linear * size)];
  const target = { values, slopes, bends: new Float64Array(size * size), weights, row: 0, from: 0 };
  fill(target, free);
  return target;
}
