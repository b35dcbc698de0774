import { jetsFor, type Jets } from './jets.js';

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
  /** Adds the linear parameters, one after another at `to`, made of the free numbers at `free`. */
  fill(jets: Jets, to: number, free: number): void;
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
    const part = { map, size, linear };
    size += map.size;
    linear += map.linear;
    return part;
  });
  const freeOfAll = (values: Float64Array) => {
    const out = new Float64Array(size);
    for (const part of parts) {
      const own = values.subarray(part.linear, part.linear + part.map.linear);
      const found = part.map.free?.(own);
      if (!found) return null;
      out.set(found, part.size);
    }
    return out;
  };
  return {
    size,
    linear,
    start: maps.flatMap((map) => map.start),
    bounds: parts.flatMap((part) =>
      part.map.bounds.map((column) => column.map((place) => part.size + place)),
    ),
    ...(maps.every((map) => map.free) ? { free: freeOfAll } : {}),
    fill(jets, to, free) {
      for (const part of parts)
        part.map.fill(jets, to + part.linear * jets.size, free + part.size * jets.size);
    },
  };
}

/** One variance as the exponential of twice a free number; it never reaches zero. */
export const positiveVariance: CovarianceMap = {
  size: 1,
  linear: 1,
  start: [Math.log(0.7)],
  bounds: [],
  free: (values) => (values[0]! > 0 ? Float64Array.of(0.5 * Math.log(values[0]!)) : null),
  fill(jets, to, free) {
    const value = Math.exp(2 * jets.memory()[free]!);
    jets.addFunction(to, free, [value, 2 * value, 4 * value]);
  },
};

/** Linear parameters that stand for themselves. */
export function linearMap(size: number): CovarianceMap {
  return {
    size,
    linear: size,
    start: Array<number>(size).fill(0),
    bounds: [],
    fill(jets, to, free) {
      for (let i = 0; i < size; i += 1) jets.addScaled(to + i * jets.size, free + i * jets.size, 1);
    },
  };
}

/** The linear parameters with their derivatives for the free numbers, one after another. */
export function linearJets(map: CovarianceMap, free: Float64Array, plain = false): Float64Array {
  const jets = jetsFor(plain ? 0 : map.size);
  const start = fillFree(jets, free);
  const to = jets.reserve(map.linear);
  map.fill(jets, to, start);
  return jets.memory().slice(to, to + map.linear * jets.size);
}

/** The linear parameters alone. */
export function linearValues(map: CovarianceMap, free: Float64Array): Float64Array {
  return linearJets(map, free, true);
}

/** Reserves the free numbers, each with a slope of one for itself; returns where they start. */
export function fillFree(jets: Jets, free: Float64Array): number {
  const start = jets.reserve(free.length);
  free.forEach((value, p) => {
    jets.memory()[start + p * jets.size] = value;
    if (jets.size > 1) jets.memory()[start + p * jets.size + 1 + p] = 1;
  });
  return start;
}
