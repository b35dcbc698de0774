import { multiply, transpose } from '../linear-algebra/multiply.js';
import type { Solution } from './generalized-least-squares.js';
import type { Problem } from './problem.js';

/** What every unit's subjects know of their coefficients and their cluster's effects. */
export type UnitViews = {
  readonly width: number;
  /** For each unit, one value per local column. */
  readonly values: Float64Array;
  /**
   * For each unit a matrix: how uncertain these are; all of it under REML, the cluster's effects
   * alone under ML.
   */
  readonly covariances: Float64Array;
};

type View = { readonly values: Float64Array; readonly covariance: Float64Array };

/** Estimates and covariance of the coefficients of a frame, followed by its random effects. */
function frameView(problem: Problem, solution: Solution, frame: number): View {
  const { fixed, random, shrunken, posterior, randomScore } = solution.frames[frame]!;
  const { beta, phi } = solution.components[problem.frames[frame]!.component]!;
  const { restricted } = problem;
  if (random === 0)
    return { values: beta, covariance: restricted ? phi : new Float64Array(phi.length) };
  const width = fixed + random;
  const values = new Float64Array(width);
  const covariance = new Float64Array(width * width);
  values.set(beta);
  for (let i = 0; restricted && i < fixed; i += 1)
    for (let j = 0; j < fixed; j += 1) covariance[i * width + j] = phi[i * fixed + j]!;
  const effects = multiply(posterior, randomScore, [random, random, 1]);
  const taken = multiply(shrunken, beta, [random, fixed, 1]);
  const shared = multiply(shrunken, phi, [random, fixed, fixed]);
  const spread = multiply(shared, transpose(shrunken, random, fixed), [random, fixed, random]);
  for (let i = 0; i < random; i += 1) {
    values[fixed + i] = effects[i]! - taken[i]!;
    for (let j = 0; j < random; j += 1)
      covariance[(fixed + i) * width + fixed + j] =
        posterior[i * random + j]! + (restricted ? spread[i * random + j]! : 0);
    for (let j = 0; restricted && j < fixed; j += 1) {
      covariance[(fixed + i) * width + j] = -shared[i * fixed + j]!;
      covariance[j * width + fixed + i] = -shared[i * fixed + j]!;
    }
  }
  return { values, covariance };
}

/** For every unit, what its subjects know, in local columns; see `UnitViews`. */
export function unitViews(problem: Problem, solution: Solution): UnitViews {
  const { units, frames, fixedWidth, outer } = problem;
  const width = fixedWidth + outer.width;
  const views = {
    width,
    values: new Float64Array(units.length * width),
    covariances: new Float64Array(units.length * width * width),
  };
  const known = frames.map((_, f) => frameView(problem, solution, f));
  for (let u = 0; u < units.length; u += 1) {
    const { frame, places } = units[u]!;
    const { values, covariance } = known[frame]!;
    for (let i = 0; i < width; i += 1)
      for (const row of places[i]!) {
        views.values[u * width + i]! += values[row]!;
        for (let j = 0; j < width; j += 1)
          for (const column of places[j]!)
            views.covariances[(u * width + i) * width + j]! +=
              covariance[row * values.length + column]!;
      }
  }
  return views;
}
