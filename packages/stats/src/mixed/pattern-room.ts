import { orderPairs, type OrderedPairs } from './ordered-pairs.js';
import type { Pattern, Problem } from './problem.js';
import type { Allocate } from './share-memory.js';

/** One pattern's matrices at the parameters looked at last; A is its V^-1, W its wide columns. */
export type PatternRoom = {
  readonly pattern: Pattern;
  readonly pairs: OrderedPairs;
  /** Columns of Z: the random effects, then one for each row when it has an error of its own. */
  readonly m: number;
  readonly inverse: Float64Array;
  /** A Z. */
  readonly side: Float64Array;
  /** W'A and W'A Z. */
  readonly wide: Float64Array;
  readonly both: Float64Array;
  /** Z'A Z. */
  readonly within: Float64Array;
  readonly scratch: Scratch;
};

/** Room for what is wanted for a moment only, shared by all patterns with so many rows. */
type Scratch = Readonly<
  Record<
    | 'kinds'
    | 'rest'
    | 'along'
    | 'unsure'
    | 'known'
    | 'left'
    | 'half'
    | 'small'
    | 'squares'
    | 'factor',
    Float64Array
  >
>;

/** Makes room for patterns; those with as many rows share what they need for a moment. */
export function patternRooms(
  { inner, residual, patterns }: Problem,
  allocate: Allocate,
): PatternRoom[] {
  const q = inner.width;
  const count = 1 + inner.pairs.length + Number(residual);
  const ordered = orderPairs(inner.pairs, 0);
  const shapes = new Map<number, Pick<PatternRoom, 'm' | 'pairs' | 'scratch'>>();
  const shapeOf = (r: number, w: number) => {
    const own = residual ? r : 0;
    const errors = Array.from({ length: own }, (_, i) => [q + i, q + i, inner.pairs.length]);
    const m = q + own;
    const scratch = {
      kinds: allocate(count * w * w),
      rest: allocate(r),
      along: allocate(m),
      unsure: allocate(w * w),
      known: allocate(m * m),
      left: allocate(m * m),
      half: allocate(m * Math.max(r, w)),
      small: allocate(q * Math.max(q, w)),
      squares: allocate(r * r),
      factor: allocate(r * r),
    };
    return { m, pairs: Int32Array.from([...ordered, ...errors.flat()]), scratch };
  };
  return patterns.map((pattern) => {
    const { size: r, wide } = pattern;
    const w = wide.length / r;
    const shape = shapes.get(r) ?? shapeOf(r, w);
    shapes.set(r, shape);
    const { m } = shape;
    return {
      ...shape,
      pattern,
      inverse: allocate(r * r),
      side: allocate(r * m),
      wide: allocate(w * r),
      both: allocate(w * m),
      within: allocate(m * m),
    };
  });
}
