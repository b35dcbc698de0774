/**
 * How free numbers become linear covariance parameters: any numbers give a proper covariance, and
 * zero variances are reached, not only approached.
 */
export type CovarianceMap = {
  /** How many free numbers there are. */
  readonly size: number;
  /** How many linear parameters they give. */
  readonly linear: number;
  /** The linear parameters. */
  values(free: Float64Array): Float64Array;
  /** Their derivatives, `linear` x `size`. */
  jacobian(free: Float64Array): Float64Array;
  /** Their second derivatives, each times its weight, added up: `size` x `size`. */
  curvature(free: Float64Array, weights: Float64Array): Float64Array;
  /** Free numbers whose value zero means a variance of zero. */
  readonly bounds: readonly number[];
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
    const part = { map, size, linear };
    size += map.size;
    linear += map.linear;
    return part;
  });
  const own = (part: (typeof parts)[number], free: Float64Array) =>
    free.subarray(part.size, part.size + part.map.size);
  const freeOfAll = (values: Float64Array) => {
    const out = new Float64Array(size);
    for (const part of parts) {
      const linearPart = values.subarray(part.linear, part.linear + part.map.linear);
      const found = part.map.free?.(linearPart);
      if (!found) return null;
      out.set(found, part.size);
    }
    return out;
  };
  return {
    size,
    linear,
    bounds: parts.flatMap((part) => part.map.bounds.map((place) => part.size + place)),
    ...(maps.every((map) => map.free) ? { free: freeOfAll } : {}),
    values(free) {
      const out = new Float64Array(linear);
      for (const part of parts) out.set(part.map.values(own(part, free)), part.linear);
      return out;
    },
    jacobian(free) {
      const out = new Float64Array(linear * size);
      for (const part of parts) {
        const inner = part.map.jacobian(own(part, free));
        for (let i = 0; i < part.map.linear; i += 1)
          for (let j = 0; j < part.map.size; j += 1)
            out[(part.linear + i) * size + part.size + j] = inner[i * part.map.size + j]!;
      }
      return out;
    },
    curvature(free, weights) {
      const out = new Float64Array(size * size);
      for (const part of parts) {
        const weight = weights.subarray(part.linear, part.linear + part.map.linear);
        const inner = part.map.curvature(own(part, free), weight);
        for (let i = 0; i < part.map.size; i += 1)
          for (let j = 0; j < part.map.size; j += 1)
            out[(part.size + i) * size + part.size + j] = inner[i * part.map.size + j]!;
      }
      return out;
    },
  };
}

/** One variance as the exponential of twice a free number; it never reaches zero. */
export const positiveVariance: CovarianceMap = {
  size: 1,
  linear: 1,
  bounds: [],
  free: (values) => (values[0]! > 0 ? Float64Array.of(0.5 * Math.log(values[0]!)) : null),
  values: (free) => Float64Array.of(Math.exp(2 * free[0]!)),
  jacobian: (free) => Float64Array.of(2 * Math.exp(2 * free[0]!)),
  curvature: (free, weights) => Float64Array.of(4 * weights[0]! * Math.exp(2 * free[0]!)),
};
