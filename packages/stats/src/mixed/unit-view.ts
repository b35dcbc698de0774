import { multiply, transpose } from '../linear-algebra/multiply.js';
import type { Solution } from './generalized-least-squares.js';
import type { Problem, Unit } from './problem.js';

/** What a unit's subjects know of their coefficients and their cluster's effects, by local column. */
export type UnitView = {
  readonly values: Float64Array;
  /** How uncertain they are: all of it under REML, the cluster's effects alone under ML. */
  readonly covariance: Float64Array;
};

/** Estimates and covariance of the coefficients of a frame, followed by its random effects. */
function frameView(problem: Problem, solution: Solution, frame: number): UnitView {
  const { fixed, random, shrunken, posterior, randomScore } = solution.frames[frame]!;
  const { beta, phi } = solution.components[problem.frames[frame]!.component]!;
  const width = fixed + random;
  const values = new Float64Array(width);
  const covariance = new Float64Array(width * width);
  const { restricted } = problem;
  values.set(beta);
  if (restricted)
    for (let i = 0; i < fixed; i += 1)
      for (let j = 0; j < fixed; j += 1) covariance[i * width + j] = phi[i * fixed + j]!;
  if (random === 0) return { values, covariance };
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

/** For every unit, what its subjects know; see `UnitView`. */
export function unitViews(problem: Problem, solution: Solution): UnitView[] {
  const frames = problem.frames.map((_, f) => frameView(problem, solution, f));
  return problem.units.map(({ frame, places }: Unit) => {
    const { values, covariance } = frames[frame]!;
    const width = values.length;
    const local = places.length;
    const view = { values: new Float64Array(local), covariance: new Float64Array(local * local) };
    for (let i = 0; i < local; i += 1)
      for (const row of places[i]!) {
        view.values[i]! += values[row]!;
        for (let j = 0; j < local; j += 1)
          for (const column of places[j]!)
            view.covariance[i * local + j]! += covariance[row * width + column]!;
      }
    return view;
  });
}
