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
  /** Orthonormal basis (rows x size) the values are turned onto; `null` when they stay as they are. */
  readonly basis: Float64Array | null;
  /** Sums of products of the responses about the means of their cells; `null` when all are zero. */
  cross: Float64Array | null;
  readonly cells: Cell[];
};

/** Subjects of one unit with one pattern: their number and mean. */
export type Cell = {
  readonly unit: number;
  readonly count: number;
  readonly mean: Float64Array;
};

/**
 * Subjects who share factors: which of the wide columns of their patterns (`local`) lies where in
 * the frame (`at`). One local column may stand for several coefficients (intercept and program).
 */
export type Unit = {
  readonly frame: number;
  readonly local: readonly number[];
  readonly at: readonly number[];
};

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
  readonly patterns: readonly Pattern[];
  readonly units: readonly Unit[];
  /**
   * How many frames there are. A frame holds the random effects of one cluster, followed by
   * coefficients that meet in the same equations. With clusters there is one for each, all on the
   * same coefficients; else one for each component.
   */
  readonly frames: number;
  /** Number of coefficients in each set that has nothing to do with the others. */
  readonly components: readonly number[];
  readonly observations: number;
  readonly subjects: number;
  readonly coefficients: number;
  readonly restricted: boolean;
};

/** All covariances of `width` columns starting at `from`, by rows of the lower triangle. */
export function allPairs(width: number, from = 0): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < width; a += 1)
    for (let b = 0; b <= a; b += 1) pairs.push([from + a, from + b]);
  return pairs;
}

/** The symmetric matrix a level's parameters stand for; a lower triangle when not `whole`. */
export function levelMatrix({ width, pairs }: Level, values: Float64Array, whole = true) {
  const matrix = new Float64Array(width * width);
  pairs.forEach(([a, b], i) => {
    matrix[a * width + b] = values[i]!;
    if (whole) matrix[b * width + a] = values[i]!;
  });
  return matrix;
}
