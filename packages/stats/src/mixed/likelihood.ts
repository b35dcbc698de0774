import { jetsFor, type Jets } from './jets.js';
import { absorbCluster } from './absorb-cluster.js';
import { fillFree, type CovarianceMap } from './covariance-map.js';
import type { Pattern, Problem } from './problem.js';
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

/** Fills V = Z D Z' + s I: each parameter times its own columns of Z. */
function fillCovariance(
  jets: Jets,
  { start, parameters }: { start: number; parameters: number },
  { size: r, inner: z }: Pattern,
  { inner: { pairs, width: q }, residual }: Problem,
): void {
  for (let i = 0; i < r; i += 1)
    for (let j = i; j < r; j += 1) {
      const to = start + jets.size * upperPlace(r, i, j);
      for (let p = 0; p < pairs.length; p += 1) {
        const [a, b] = pairs[p]!;
        let factor = z[i * q + a]! * z[j * q + b]!;
        if (a !== b) factor += z[i * q + b]! * z[j * q + a]!;
        if (factor !== 0) jets.addScaled(to, parameters + p * jets.size, factor);
      }
      if (residual && i === j) jets.addScaled(to, parameters + pairs.length * jets.size, 1);
    }
}

/** Where the sums go: determinants, squares, and for each frame the matrix of [Z X y]. */
type Targets = {
  readonly logs: number;
  readonly squares: number;
  readonly frames: readonly JetMatrix[];
};

/** Adds one pattern's part of everything; false when its covariance is none. */
function addPattern(
  jets: Jets,
  problem: Problem,
  { pattern, parameters }: { pattern: Pattern; parameters: number },
  { logs, squares, frames }: Targets,
): boolean {
  const { size: r, wide, cells, total, people } = pattern;
  const width = problem.fixedWidth + problem.outer.width;
  const { size } = jets;
  const start = jets.reserve(upperSize(r) + 1 + r * width + upperSize(width));
  const log = start + size * upperSize(r);
  const sides = log + size;
  const products = sides + size * r * width;
  fillCovariance(jets, { start, parameters }, pattern, problem);
  if (!sweep(jets, { start, n: r }, { pivots: r, log })) return false;
  jets.addScaled(logs, log, people);

  // From here on minus V^-1 stands at the start.
  for (let i = 0; i < r; i += 1)
    for (let j = 0; j < r; j += 1) {
      const from = start + size * upperPlace(r, i, j);
      jets.addScaled(squares, from, -total[i * r + j]!);
      for (let a = 0; a < width; a += 1) {
        const factor = wide[j * width + a]!;
        if (factor !== 0) jets.addScaled(sides + size * (a * r + i), from, -factor);
      }
    }
  for (let a = 0; a < width; a += 1)
    for (let b = a; b < width; b += 1)
      for (let j = 0; j < r; j += 1) {
        const factor = wide[j * width + b]!;
        const to = products + size * upperPlace(width, a, b);
        if (factor !== 0) jets.addScaled(to, sides + size * (a * r + j), factor);
      }

  for (const { unit, count, mean } of cells) {
    const { frame, places } = problem.units[unit]!;
    const { start: to, n } = frames[frame]!;
    for (let a = 0; a < width; a += 1)
      for (const row of places[a]!) {
        for (let j = 0; j < r; j += 1) {
          const score = to + size * upperPlace(n, row, n - 1);
          jets.addScaled(score, sides + size * (a * r + j), count * mean[j]!);
        }
        for (let b = 0; b < width; b += 1)
          for (const column of places[b]!)
            if (row <= column) {
              const target = to + size * upperPlace(n, row, column);
              jets.addScaled(target, products + size * upperPlace(width, a, b), count);
            }
      }
  }
  jets.release(start);
  return true;
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

  const values = ({ start, n }: JetMatrix) =>
    Float64Array.from({ length: upperSize(n) }, (_, i) => jets.memory()[start + i * size]!);
  const kept = full ? below.map(values) : [];
  let above = below;
  if (outer.width > 0) {
    above = components.map((own) => matrixOf(own + 1));
    const covariance = parameters + (map.linear - outer.pairs.length) * size;
    for (const matrix of below)
      absorbCluster(jets, matrix, { outer, covariance, log: logs, target: above[0]! });
  }

  const solved: Coefficients[] = [];
  for (const matrix of above) {
    const { start, n } = matrix;
    const pivots = n - 1;
    const log = restricted ? logs : determinant;
    if (!sweep(jets, matrix, { pivots, log, forward: !full })) return null;
    jets.addScaled(squares, start + size * upperPlace(n, pivots, pivots), 1);
    if (!full) continue;
    const memory = jets.memory();
    const entry = (i: number, j: number) => start + size * upperPlace(n, i, j);
    const negativePhi = new Float64Array(upperSize(pivots) * size);
    for (let i = 0; i < pivots; i += 1)
      for (let j = i; j < pivots; j += 1) {
        const phi = memory.subarray(entry(i, j), entry(i, j) + size);
        negativePhi.set(phi, size * upperPlace(pivots, i, j));
      }
    const beta = Float64Array.from({ length: pivots }, (_, i) => memory[entry(i, pivots)]!);
    solved.push({ size: pivots, beta, negativePhi });
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
    components: solved,
    frames: kept,
  };
}
