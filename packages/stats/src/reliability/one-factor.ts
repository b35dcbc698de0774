import { sortedEigen, type Eigen } from './sorted-eigen.js';

/** One factor behind the items: `loadings` squared plus `uniqueness` is about each variance. */
export type OneFactor = {
  readonly loadings: readonly number[];
  readonly uniqueness: readonly number[];
  /** Maximum-likelihood discrepancy; times n it is the likelihood-ratio chi-square. */
  readonly discrepancy: number;
  /** Whether a uniqueness ran to zero (a Heywood case): the model then says little. */
  readonly boundary: boolean;
  /** Whether a Heywood solution elsewhere fits better than the one reached from the usual start. */
  readonly ambiguous: boolean;
  /** Largest first derivative by log uniqueness at the solution; 0 on the boundary's closed form. */
  readonly gradient: number;
};

type Matrix = readonly (readonly number[])[];

/** Discrepancy and its derivatives by the logarithms of the uniquenesses (Jöreskog 1967). */
function concentrated(s: Matrix, logs: readonly number[]) {
  const roots = logs.map((x) => Math.exp(x / 2));
  const { values, vectors } = sortedEigen(
    s.map((row, i) => row.map((value, j) => value / roots[i]! / roots[j]!)),
  );
  const [top, ...rest] = values;
  const [first, ...others] = vectors;
  let discrepancy = 0;
  for (const value of rest) discrepancy += value - 1 - Math.log(value);
  // A first eigenvalue below one leaves nothing for the factor; its own misfit then counts too.
  if (top! < 1) discrepancy += top! - 1 - Math.log(top!);
  const gradient = logs.map((_, i) => {
    let sum = 0;
    others.forEach((vector, m) => (sum += (1 - rest[m]!) * vector[i]! ** 2));
    return sum;
  });
  const hessian = logs.map((_, i) =>
    logs.map((_, j) => {
      let plain = 0;
      let weighted = 0;
      let mixed = 0;
      others.forEach((vector, m) => {
        const value = rest[m]!;
        const product = vector[i]! * vector[j]!;
        plain += product;
        weighted += value * product;
        mixed += (((1 - value) * (value + top!)) / (top! - value)) * product;
      });
      return plain * weighted + mixed * first![i]! * first![j]!;
    }),
  );
  return { discrepancy, gradient, hessian, top: top!, first: first!, roots };
}

type Concentrated = ReturnType<typeof concentrated>;

/** Solves a symmetric system; curvatures are turned positive so that the step goes downhill. */
function dampedStep(hessian: Matrix, gradient: readonly number[]): number[] {
  const { values, vectors } = sortedEigen(hessian);
  const floor = 1e-10 * Math.max(...values.map(Math.abs));
  const step = gradient.map(() => 0);
  vectors.forEach((vector, m) => {
    let along = 0;
    vector.forEach((v, i) => (along += v * gradient[i]!));
    const size = along / Math.max(Math.abs(values[m]!), floor, 1e-300);
    vector.forEach((v, i) => (step[i]! -= size * v));
  });
  return step;
}

/** A uniqueness of exactly zero: that item is the factor, and all else follows. */
function boundaryAt(s: Matrix, item: number, logDeterminant: number) {
  const loadings = s.map((row) => row[item]! / Math.sqrt(s[item]![item]!));
  const uniqueness = s.map((row, j) => (j === item ? 0 : row[j]! - loadings[j]! ** 2));
  let discrepancy = Math.log(s[item]![item]!) - logDeterminant;
  uniqueness.forEach((u, j) => (discrepancy += j === item ? 0 : Math.log(u)));
  return { loadings, uniqueness, discrepancy };
}

const towardsZero = 1e-7;

/** Jöreskog's start: most of what regression on the other items leaves over. */
function startingLogs(s: Matrix, { values, vectors }: Eigen): number[] {
  return s.map((_, i) => {
    let inverse = 0;
    vectors.forEach((vector, m) => (inverse += vector[i]! ** 2 / values[m]!));
    return Math.log((1 - 0.5 / s.length) / inverse);
  });
}

const steepness = ({ gradient }: Concentrated) => Math.max(...gradient.map(Math.abs));

/**
 * One Newton step, halved until the discrepancy falls, or the slope where the fall is lost in
 * rounding; `undefined` when nothing is gained.
 */
function improve(s: Matrix, logs: readonly number[], now: Concentrated) {
  const step = dampedStep(now.hessian, now.gradient);
  const longest = Math.max(...step.map(Math.abs));
  let scale = Math.min(1, 2 / longest);
  for (let halving = 0; halving < 60 && scale * longest > 1e-15; halving += 1) {
    const moved = logs.map((x, i) => x + scale * step[i]!);
    const next = concentrated(s, moved);
    const rise = next.discrepancy - now.discrepancy;
    if (rise <= 0 || (rise < 1e-14 && steepness(next) < steepness(now)))
      return { logs: moved, next };
    scale /= 2;
  }
  return undefined;
}

function interiorFit(now: Concentrated) {
  const { top, first, roots, discrepancy } = now;
  const size = Math.sqrt(Math.max(top - 1, 0));
  const sign = first.reduce((sum, v, i) => sum + v * roots[i]!, 0) < 0 ? -1 : 1;
  return {
    loadings: first.map((v, i) => sign * size * v * roots[i]!),
    uniqueness: roots.map((root) => root * root),
    discrepancy: Math.max(discrepancy, 0),
    boundary: false,
    gradient: steepness(now),
  };
}

/**
 * Fits one factor by maximum likelihood to a covariance matrix (divisor n) of three items or more.
 *
 * Newton's method on the discrepancy concentrated over the loadings (Jöreskog 1967; Clarke 1970
 * for the second derivatives) from his start, uniquenesses kept at zero or more; with several Heywood
 * solutions this finds the one R finds. `undefined` when the matrix is singular. In R:
 * `lavaan::cfa` with `std.lv = TRUE`, or `factanal(factors = 1)` on correlations.
 */
export function fitOneFactor(s: Matrix): OneFactor | undefined {
  const eigen = sortedEigen(s);
  if (!(eigen.values.at(-1)! > 1e-12 * eigen.values[0]!)) return undefined;
  const logDeterminant = eigen.values.reduce((sum, value) => sum + Math.log(value), 0);
  const boundaries = s.map((_, item) => boundaryAt(s, item, logDeterminant));
  const lowest = Math.min(...boundaries.map(({ discrepancy }) => discrepancy));
  let logs = startingLogs(s, eigen);
  let now = concentrated(s, logs);
  for (let iteration = 0; iteration < 500; iteration += 1) {
    const vanishing = logs.findIndex((x, i) => x < Math.log(towardsZero * s[i]![i]!));
    if (vanishing >= 0) {
      const found = boundaries[vanishing]!;
      return { ...found, boundary: true, ambiguous: lowest < found.discrepancy, gradient: 0 };
    }
    if (steepness(now) < 1e-14) break;
    const better = improve(s, logs, now);
    if (!better) break;
    ({ logs, next: now } = better);
  }
  return { ...interiorFit(now), ambiguous: lowest < now.discrepancy - 1e-12 };
}
