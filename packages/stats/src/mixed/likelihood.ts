import { jetsFor, type Jets } from './jets.js';
import { absorbCluster } from './absorb-cluster.js';
import { fillFree, type CovarianceMap } from './covariance-map.js';
import { addPattern } from './add-pattern.js';
import type { Problem } from './problem.js';
import { sweep, upperPlace, upperSize, type JetMatrix } from './sweep.js';

/** The coefficients of one component and their covariance, with its derivatives. */
export type Coefficients = {
  readonly size: number;
  readonly beta: Float64Array;
  /** Minus (X' V^-1 X)^-1 with its derivatives, by the rows of the upper triangle. */
  readonly negativePhi: Float64Array;
};

/**
 * The (restricted) log-likelihood at given linear covariance parameters, in the problem's units,
 * with its slope and bend, and the coefficients there.
 */
export type Likelihood = {
  readonly logLik: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives. */
  readonly observed: Float64Array;
  /** What these are expected to be: tr(P G_i P G_j) / 2. */
  readonly expected: Float64Array;
  /** Only when asked for. */
  readonly components: readonly Coefficients[];
  /** For each frame [Z X y]' V0^-1 [Z X y] from below its cluster, when asked for. */
  readonly frames: readonly Float64Array[];
};

/** Second derivatives of one number as a symmetric matrix times a factor. */
function bendsOf(jet: Float64Array, k: number, factor: number): Float64Array {
  const out = new Float64Array(k * k);
  let at = k + 1;
  for (let p = 0; p < k; p += 1)
    for (let q = 0; q <= p; q += 1) {
      out[p * k + q] = factor * jet[at]!;
      out[q * k + p] = factor * jet[at]!;
      at += 1;
    }
  return out;
}

/** The values of a matrix without their derivatives. */
function valuesOf({ size, memory }: Jets, { start, n }: JetMatrix): Float64Array {
  return Float64Array.from({ length: upperSize(n) }, (_, i) => memory()[start + i * size]!);
}

/** The coefficients in a matrix that was swept on all but its last row. */
function coefficientsOf({ size, memory }: Jets, { start, n }: JetMatrix): Coefficients {
  const last = n - 1;
  const entry = (i: number, j: number) => start + size * upperPlace(n, i, j);
  const negativePhi = new Float64Array(upperSize(last) * size);
  for (let i = 0; i < last; i += 1)
    negativePhi.set(memory().subarray(entry(i, i), entry(i, last)), size * upperPlace(last, i, i));
  const beta = Float64Array.from({ length: last }, (_, i) => memory()[entry(i, last)]!);
  return { size: last, beta, negativePhi };
}

/** What to work out besides the log-likelihood; every part may be left out. */
export type LikelihoodOptions = {
  /** Whether only its value is wanted, default false. */
  readonly plain?: boolean;
  /** Whether coefficients and frames are wanted too, default false. */
  readonly full?: boolean;
};

/**
 * The logarithm of the (restricted) likelihood of a problem at the free numbers of a map, with exact
 * first and second derivatives for these; `null` when they give no covariance. With D = log |V|
 * (+ log |X' V^-1 X| under REML) and S the generalized least squares that are left, it is
 * -(D + S) / 2 less a constant; for linear parameters the expected information is minus half the
 * bend of D. Patterson and Thompson (1971).
 */
export function likelihoodAt(
  problem: Problem,
  map: CovarianceMap,
  free: Float64Array,
  { plain = false, full = false }: LikelihoodOptions = {},
): Likelihood | null {
  const { outer, frames, components, restricted } = problem;
  const k = plain ? 0 : map.size;
  const jets = jetsFor(k);
  const { size } = jets;
  const logs = jets.reserve(3);
  const squares = logs + size;
  const determinant = squares + size;
  const start = fillFree(jets, free);
  const parameters = jets.reserve(map.linear);
  map.fill(jets, parameters, start);
  const matrixOf = (n: number): JetMatrix => ({ start: jets.reserve(upperSize(n)), n });
  const below = frames.map(({ width }) => matrixOf(width + 1));
  for (const pattern of problem.patterns)
    if (!addPattern(jets, problem, { pattern, parameters }, { logs, squares, frames: below }))
      return null;

  const kept = full ? below.map((matrix) => valuesOf(jets, matrix)) : [];
  let above = below;
  if (outer.width > 0) {
    above = components.map((own) => matrixOf(own + 1));
    const covariance = parameters + (map.linear - outer.pairs.length) * size;
    for (const matrix of below)
      absorbCluster(jets, matrix, { outer, covariance, log: logs, target: above[0]! });
  }
  for (const { start: from, n } of above) {
    const log = restricted ? logs : determinant;
    if (!sweep(jets, { start: from, n }, { pivots: n - 1, log, forward: !full })) return null;
    jets.addScaled(squares, from + size * (upperSize(n) - 1), 1);
  }

  const memory = jets.memory();
  const spread = memory.slice(logs, logs + size);
  const both = spread.map((value, i) => value + memory[squares + i]!);
  const degrees = problem.observations - (restricted ? problem.coefficients : 0);
  return {
    logLik: -0.5 * (degrees * Math.log(2 * Math.PI) + both[0]!),
    gradient: both.slice(1, k + 1).map((slope) => -0.5 * slope),
    observed: bendsOf(both, k, 0.5),
    expected: bendsOf(spread, k, -0.5),
    components: full ? above.map((matrix) => coefficientsOf(jets, matrix)) : [],
    frames: kept,
  };
}
