import { differentiateFrame } from './differentiate-frame.js';
import { differentiatePattern, type Bends } from './differentiate-pattern.js';
import type { Coefficients, Solution } from './generalized-least-squares.js';
import { parameterCount, type Problem } from './problem.js';
import { solvePattern } from './solve-pattern.js';
import { emptySums, scatterSums } from './unit-sums.js';
import { unitViews } from './unit-view.js';

/**
 * How the log-likelihood bends with the linear covariance parameters. With P the usual projection
 * (V^-1 less what the coefficients take; V^-1 itself in the traces of ordinary likelihood), G_i the
 * derivative of V:
 * gradient = (y'P G_i P y - tr(P G_i)) / 2,
 * observed = y'P G_i P G_j P y - tr(P G_i P G_j) / 2,
 * expected = tr(P G_i P G_j) / 2.
 */
export type Derivatives = Bends & {
  /** For each component X' V^-1 G_i V^-1 X of all parameters, one after another. */
  readonly slopes: readonly Float64Array[];
  /** For each frame the same of the inner parameters, with V and X as they are below the cluster. */
  readonly frames: readonly Float64Array[];
};

/** Takes off what the coefficients of one component know: tr(Phi P_i Phi P_j) and u_i' Phi u_j. */
function addCoefficients(
  { phi }: Coefficients,
  { slopes, rests, restricted }: { slopes: Float64Array; rests: Float64Array; restricted: boolean },
  { gradient, observed, expected }: Bends,
): void {
  const k = gradient.length;
  const n = rests.length / k;
  const turned = new Float64Array(slopes.length);
  const pulled = new Float64Array(rests.length);
  for (let p = 0; p < k; p += 1)
    for (let i = 0; i < n; i += 1)
      for (let l = 0; l < n; l += 1) {
        const factor = phi[i * n + l]!;
        pulled[p * n + i]! += factor * rests[p * n + l]!;
        if (restricted)
          for (let j = 0; j < n; j += 1)
            turned[(p * n + i) * n + j]! += factor * slopes[(p * n + l) * n + j]!;
      }
  for (let a = 0; a < k; a += 1)
    for (let b = 0; b <= a; b += 1) {
      let trace = 0;
      let pull = 0;
      for (let i = 0; i < n; i += 1) {
        pull += rests[a * n + i]! * pulled[b * n + i]!;
        for (let j = 0; restricted && j < n; j += 1)
          trace += turned[(a * n + i) * n + j]! * turned[(b * n + j) * n + i]!;
      }
      observed[a * k + b]! -= 0.5 * trace + pull;
      expected[a * k + b]! += 0.5 * trace;
    }
}

/** First and second derivatives of the log-likelihood at a solution; see `Derivatives`. */
export function differentiate(problem: Problem, solution: Solution): Derivatives {
  const { inner, outer, units, frames, components, restricted } = problem;
  const k = parameterCount(problem);
  const each = inner.pairs.length + Number(problem.residual);
  const sums = emptySums(units.length, problem.fixedWidth + outer.width, each);
  const bends: Bends = {
    gradient: new Float64Array(k),
    observed: new Float64Array(k * k),
    expected: new Float64Array(k * k),
  };
  const views = unitViews(problem, solution);
  const { innerCovariance, residualVariance } = solution;
  for (const pattern of problem.patterns) {
    const solved = solvePattern(pattern, inner, innerCovariance, residualVariance)!;
    differentiatePattern(problem, pattern, solved, { sums, views, bends });
  }

  const { matrices, vectors } = scatterSums(sums, units, frames);
  const slopes = components.map((size) => new Float64Array(k * size * size));
  const rests = components.map((size) => new Float64Array(k * size));
  for (let f = 0; f < frames.length; f += 1) {
    const { component } = frames[f]!;
    differentiateFrame(problem, {
      frame: solution.frames[f]!,
      matrices: matrices[f]!,
      vectors: vectors[f]!,
      coefficients: solution.components[component]!,
      slopes: slopes[component]!,
      rests: rests[component]!,
      ...bends,
    });
  }
  for (let c = 0; c < components.length; c += 1)
    addCoefficients(
      solution.components[c]!,
      { slopes: slopes[c]!, rests: rests[c]!, restricted },
      bends,
    );
  for (const matrix of [bends.observed, bends.expected])
    for (let i = 0; i < k; i += 1)
      for (let j = 0; j < i; j += 1) matrix[j * k + i] = matrix[i * k + j]!;
  return { ...bends, slopes, frames: matrices };
}
