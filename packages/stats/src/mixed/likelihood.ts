import { dot, multiply, multiplyByTransposed } from '../linear-algebra/multiply.js';
import { addResiduals } from './add-residuals.js';
import type { ClusterRoom } from './cluster-room.js';
import type { ClusterWork } from './cluster-work.js';
import { addEstimation, solve, takeOffEstimation } from './component.js';
import { invertPattern } from './invert-pattern.js';
import { foldPairs, orderPairs } from './ordered-pairs.js';
import { prepareSums, type Prepared } from './prepare-sums.js';
import { levelMatrix, type Problem } from './problem.js';

/**
 * The (restricted) log-likelihood at given linear covariance parameters, in the problem's units,
 * with its slope and bend.
 */
export type Likelihood = {
  readonly logLik: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives. */
  readonly observed: Float64Array;
  /** What these are expected to be: tr(P G_i P G_j) / 2. */
  readonly expected: Float64Array;
};

/** The likelihood of a problem, and all there is at the parameters looked at last. */
export type Engine = Pick<Prepared, 'units' | 'rooms' | 'frames' | 'components'> & {
  /**
   * `null` when the parameters give no covariance. Rough information leaves out what estimating the
   * coefficients takes from it: a fifth of the work, and the more people the less is left out.
   */
  readonly lookAt: (parameters: Float64Array, rough?: boolean) => Likelihood | null;
  /** Finds the coefficients alone; false when there are none. */
  readonly solve: (parameters: Float64Array) => boolean;
  readonly clusters: readonly ClusterRoom[];
  /**
   * For each component M = sum of weight_ij (Q_ij - P_i Phi P_j), of Kenward and Roger (1997): minus
   * half the bends of Phi, in these directions, are Phi M Phi.
   */
  readonly fold: (weights: Float64Array) => Float64Array[];
};

/** Both triangles of a matrix of which the lower one is filled, times a half. */
function halved(matrix: Float64Array, k: number): Float64Array {
  for (let i = 0; i < k; i += 1)
    for (let j = 0; j <= i; j += 1) {
      matrix[i * k + j]! *= 0.5;
      matrix[j * k + i] = matrix[i * k + j]!;
    }
  return matrix;
}

/**
 * Prepares the (restricted) likelihood of a problem, with exact first and second derivatives. With
 * D = log |V| (+ log |X' V^-1 X| under REML) and S the generalized least squares that are left, it is
 * -(D + S) / 2 less a constant. V is linear in its parameters, dV = G_i, so all derivatives are made
 * of V^-1 G_i V^-1 and V^-1 G_i V^-1 G_j V^-1 within patterns, summed by what people share.
 * Patterson and Thompson (1971); Lindstrom and Bates (1988).
 */
export function likelihoodOf(problem: Problem, work?: ClusterWork): Engine {
  const { outer, restricted } = problem;
  const prepared = prepareSums(problem);
  const { q, own, k, wide, rooms, frames, units, components, carry, scratch } = prepared;
  const clustered = q > 0;
  const pairs = Int32Array.from(orderPairs(outer.pairs, own));
  const clusters: ClusterRoom[] = [];

  function solveAll(parameters: Float64Array, rough: boolean): number | null {
    let logs = 0;
    for (const { matrices, score } of units) {
      matrices.fill(0);
      score.fill(0);
    }
    for (const room of rooms) {
      const log = invertPattern(room, parameters, { units, rough });
      if (log === null) return null;
      logs += log;
    }
    carry('matrices');
    carry('score');
    if (clustered) {
      const d = levelMatrix(outer, parameters.subarray(own));
      components[0]!.matrices.fill(0);
      components[0]!.score.fill(0);
      frames.forEach((sums, f) => {
        const { log, ...cluster } = work!.absorbCluster(sums, components[0]!, { d, pairs, rough });
        clusters[f] = cluster;
        logs += log;
      });
    }
    for (const component of components) {
      const log = solve(component, scratch);
      if (log === null) return null;
      if (restricted) logs += log;
    }
    frames.forEach((sums, f) => {
      if (clustered) work!.predictCluster(clusters[f]!, sums, components[0]!);
      else sums.phi.set(components[f]!.used);
    });
    carry('beta', true);
    carry('phi', true);
    return logs;
  }

  let last: { parameters: Float64Array; likelihood: Likelihood } | null = null;

  function lookAt(parameters: Float64Array, rough = false): Likelihood | null {
    if (!rough && last && parameters.every((value, i) => value === last!.parameters[i]))
      return last.likelihood;
    last = null;
    const logs = solveAll(parameters, rough);
    if (logs === null) return null;
    const information = {
      k,
      rough,
      gradient: new Float64Array(k),
      observed: new Float64Array(k * k),
      expected: new Float64Array(k * k),
    };
    for (const { score, pulls } of units) {
      score.fill(0);
      pulls.fill(0);
    }
    let squares = 0;
    for (const room of rooms) squares += addResiduals(room, information, { units, clustered });
    if (!rough) carry('pulls');
    if (clustered) {
      carry('score');
      const [component] = components;
      component!.pulls.fill(0);
      frames.forEach((sums, f) => {
        work!.addClusterInformation(information, clusters[f]!, {
          sums,
          component: component!,
          pairs,
        });
        squares += dot(sums.beta.subarray(0, q), sums.score.subarray(0, q));
      });
    }
    if (!rough) for (const component of components) addEstimation(information, component);
    const degrees = problem.observations - (restricted ? problem.coefficients : 0);
    const likelihood = {
      logLik: -0.5 * (degrees * Math.log(2 * Math.PI) + logs + squares),
      gradient: information.gradient.map((slope) => 0.5 * slope),
      observed: halved(information.observed, k),
      expected: halved(information.expected, k),
    };
    if (!rough) last = { parameters: parameters.slice(), likelihood };
    return likelihood;
  }

  function fold(weights: Float64Array): Float64Array[] {
    for (const { phi } of units) phi.fill(0);
    for (const { pattern, pairs: entries, within, m, both } of rooms) {
      const middle = foldPairs(entries, { within, m }, { weights, k });
      const folded = multiplyByTransposed(multiply(both, middle, [wide, m, m]), both, [
        wide,
        m,
        wide,
      ]);
      for (const { unit, count } of pattern.cells)
        for (let e = 0; e < folded.length; e += 1) units[unit]!.phi[e]! += count * folded[e]!;
    }
    // The uncertainty is not needed any more; its room serves.
    carry('phi');
    return components.map((component, c) => {
      const { size: p } = component;
      const out = clustered ? new Float64Array(p * p) : frames[c]!.phi.slice();
      clusters.forEach((cluster, f) => {
        const part = work!.foldCluster(cluster, frames[f]!, { p, pairs, weights, size: k });
        part.forEach((value, e) => (out[e]! += value));
      });
      takeOffEstimation(out, component, { weights, k });
      return out;
    });
  }

  function solveAt(parameters: Float64Array): boolean {
    last = null;
    return solveAll(parameters, true) !== null;
  }
  return { lookAt, solve: solveAt, units, rooms, frames, clusters, components, fold };
}
