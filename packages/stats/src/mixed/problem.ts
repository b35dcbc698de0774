/** Two columns of a random-effects design whose covariance is a parameter; equal for a variance. */
export type Pair = readonly [number, number];

/** The random effects of one level: how many columns, and which covariances are free. */
export type Level = { readonly width: number; readonly pairs: readonly Pair[] };

/**
 * What subjects with the same times and the same numeric covariates share: the rows of their
 * designs, possibly turned onto an orthonormal basis. All matrices have `size` rows.
 */
export type Pattern = {
  readonly size: number;
  /** Random effects of the subject, or for a free covariance the selection of timepoints. */
  readonly inner: Float64Array;
  /** Fixed columns, followed by the random effects of the cluster the subject belongs to. */
  readonly wide: Float64Array;
  /** How many subjects have it, and the sums of products of their responses. */
  readonly people: number;
  readonly total: Float64Array;
  readonly cells: readonly Cell[];
};

/** Subjects of one unit with one pattern: their number and mean. */
export type Cell = {
  readonly unit: number;
  readonly count: number;
  readonly mean: Float64Array;
};

/**
 * Subjects who share factors: where each of the wide columns of their patterns lies in the frame.
 * One local column may stand for several coefficients (intercept and program).
 */
export type Unit = { readonly frame: number; readonly places: readonly (readonly number[])[] };

/**
 * The random effects of one cluster, followed by coefficients that meet in the same equations.
 * Without clusters there is one frame for each set of coefficients that have nothing to do with the
 * others; with clusters there is one frame for each, all on the same coefficients.
 */
export type Frame = { readonly component: number; readonly width: number };

/**
 * A mixed model brought to sums, in units of its residual spread: y = X b + Z u + e. Its size
 * depends on how many different patterns and groups there are, not on how many people.
 */
export type Problem = {
  readonly inner: Level;
  /** Whether each observation also has an error of its own; false for a free covariance. */
  readonly residual: boolean;
  /** The random effects of clusters of subjects; width 0 when there are none. */
  readonly outer: Level;
  /** Fixed columns in `wide`. */
  readonly fixedWidth: number;
  readonly patterns: readonly Pattern[];
  readonly units: readonly Unit[];
  readonly frames: readonly Frame[];
  /** Number of coefficients in each component. */
  readonly components: readonly number[];
  readonly observations: number;
  readonly coefficients: number;
  readonly restricted: boolean;
};

/** How many linear covariance parameters a problem has: inner pairs, residual, outer pairs. */
export function parameterCount({ inner, residual, outer }: Problem): number {
  return inner.pairs.length + Number(residual) + outer.pairs.length;
}

/** All covariances of `width` columns starting at `from`, by rows of the lower triangle. */
export function allPairs(width: number, from = 0): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < width; a += 1)
    for (let b = 0; b <= a; b += 1) pairs.push([from + a, from + b]);
  return pairs;
}

/** The lower triangle with these values at a level's pairs: the root of its covariance. */
export function levelRoot({ width, pairs }: Level, values: Float64Array): Float64Array {
  const matrix = new Float64Array(width * width);
  pairs.forEach(([a, b], i) => (matrix[a * width + b] = values[i]!));
  return matrix;
}

/** The symmetric matrix a level's parameters stand for. */
export function levelMatrix(level: Level, values: Float64Array): Float64Array {
  const matrix = levelRoot(level, values);
  for (const [a, b] of level.pairs) matrix[b * level.width + a] = matrix[a * level.width + b]!;
  return matrix;
}
