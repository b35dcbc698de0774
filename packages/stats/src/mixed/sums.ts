import type { Allocate } from './share-memory.js';

/**
 * Sums over some people in `width` columns X, at the parameters looked at last. Those of a unit are
 * in the wide columns of its patterns, those of a frame in its own.
 */
export type Sums = {
  readonly width: number;
  /** X'A X, then X'A G_i A X for each parameter within subjects. */
  readonly matrices: Float64Array;
  /** X'A y; once the coefficients are known X'A (y - X b). */
  readonly score: Float64Array;
  /** X'A G_i A (y - X b). */
  readonly pulls: Float64Array;
  /** Coefficients (effects of the cluster first), and how uncertain they are. */
  readonly beta: Float64Array;
  readonly phi: Float64Array;
};

/** Sums of nothing yet. */
export function startSums(allocate: Allocate, width: number, parameters: number): Sums {
  return {
    width,
    matrices: allocate((1 + parameters) * width * width),
    score: allocate(width),
    pulls: allocate(parameters * width),
    beta: allocate(width),
    phi: allocate(width * width),
  };
}

/** Vectors or square matrices one after another, and the places of them that are meant. */
export type Places = {
  readonly values: Float64Array;
  readonly width: number;
  readonly places: readonly number[];
};

/** Adds square matrices at some places to others at the corresponding places. */
export function addMatrices(from: Places, to: Places): void {
  const [f, t] = [from.width, to.width];
  const n = from.places.length;
  for (let a = 0, b = 0; a < from.values.length; a += f * f, b += t * t)
    for (let x = 0; x < n; x += 1)
      for (let y = 0; y < n; y += 1)
        to.values[b + to.places[x]! * t + to.places[y]!]! +=
          from.values[a + from.places[x]! * f + from.places[y]!]!;
}

/** Adds vectors at some places to others at the corresponding places. */
export function addVectors(from: Places, to: Places): void {
  for (let a = 0, b = 0; a < from.values.length; a += from.width, b += to.width)
    from.places.forEach((place, x) => {
      to.values[b + to.places[x]!]! += from.values[a + place]!;
    });
}
