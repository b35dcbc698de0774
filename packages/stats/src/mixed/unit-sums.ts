import type { Frame, Unit } from './problem.js';

/**
 * For every unit some square matrices and vectors in its local columns, in two flat arrays: many
 * small arrays would cost more than the sums themselves.
 */
export type UnitSums = {
  readonly width: number;
  /** How many matrices, and vectors, each unit has. */
  readonly each: number;
  readonly matrices: Float64Array;
  readonly vectors: Float64Array;
};

/** Sums of nothing for so many units. */
export function emptySums(units: number, width: number, each: number): UnitSums {
  return {
    width,
    each,
    matrices: new Float64Array(units * each * width * width),
    vectors: new Float64Array(units * each * width),
  };
}

/** Adds the sums of all units to those of their frames: for each frame, flat as well. */
export function scatterSums(
  { width, each, matrices, vectors }: UnitSums,
  units: readonly Unit[],
  frames: readonly Frame[],
): { matrices: Float64Array[]; vectors: Float64Array[] } {
  const out = {
    matrices: frames.map((frame) => new Float64Array(each * frame.width * frame.width)),
    vectors: frames.map((frame) => new Float64Array(each * frame.width)),
  };
  for (let u = 0; u < units.length; u += 1) {
    const { frame, places } = units[u]!;
    const size = frames[frame]!.width;
    const matrix = out.matrices[frame]!;
    const vector = out.vectors[frame]!;
    for (let e = 0; e < each; e += 1) {
      const from = (u * each + e) * width;
      for (let i = 0; i < width; i += 1)
        for (const row of places[i]!) {
          vector[e * size + row]! += vectors[from + i]!;
          const target = (e * size + row) * size;
          for (let j = 0; j < width; j += 1)
            for (const column of places[j]!)
              matrix[target + column]! += matrices[(from + i) * width + j]!;
        }
    }
  }
  return out;
}
