import { cholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { dot, multiply, sandwich, transpose } from '../linear-algebra/multiply.js';
import type { CovarianceMap } from './covariance-map.js';
import { differentiate, type Derivatives } from './differentiate.js';
import { solveProblem, type Solution } from './generalized-least-squares.js';
import type { Problem } from './problem.js';

/** Where the search ended. */
export type Maximum = {
  readonly free: Float64Array;
  readonly parameters: Float64Array;
  readonly solution: Solution;
  readonly derivatives: Derivatives;
  /** The gradient for the free numbers. */
  readonly gradient: Float64Array;
  /** The observed information for the free numbers. */
  readonly information: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
};

type Point = Omit<Maximum, 'iterations' | 'converged'> & { readonly scoring: Float64Array };

/** The likelihood, its gradient and its bend in the free numbers; `null` outside the model. */
function look(problem: Problem, map: CovarianceMap, free: Float64Array): Point | null {
  const parameters = map.values(free);
  if (!parameters.every(Number.isFinite)) return null;
  const solution = solveProblem(problem, parameters);
  if (!solution || !Number.isFinite(solution.logLik)) return null;
  const derivatives = differentiate(problem, solution);
  const jacobian = map.jacobian(free);
  const { size, linear } = map;
  const gradient = multiply(transpose(jacobian, linear, size), derivatives.gradient, [
    size,
    linear,
    1,
  ]);
  const bend = map.curvature(free, derivatives.gradient);
  const information = sandwich(derivatives.observed, jacobian, linear, size).map(
    (value, i) => value - bend[i]!,
  );
  const scoring = sandwich(derivatives.expected, jacobian, linear, size);
  return { free, parameters, solution, derivatives, gradient, information, scoring };
}

/** The step uphill: Newton's where the likelihood bends down in all directions, else scoring's. */
function step({ gradient, information, scoring }: Point, damping: number): Float64Array {
  const n = gradient.length;
  const damped = (matrix: Float64Array, by: number) =>
    matrix.map((value, i) =>
      i % (n + 1) === 0 ? value + by * (Math.abs(scoring[i]!) + 1e-8) : value,
    );
  const newton = cholesky(damped(information, damping), n);
  if (newton) return solveCholesky(newton, n, gradient);
  for (let by = damping + 1e-3; ; by *= 10) {
    const factor = cholesky(damped(scoring, by), n);
    if (factor) return solveCholesky(factor, n, gradient);
  }
}

const largest = (values: Float64Array) => Math.max(0, ...values.map(Math.abs));

/**
 * The maximum of the likelihood by damped Newton steps with analytic first and second derivatives
 * (Levenberg and Marquardt), carried on until rounding is all that is left. `null` when the start
 * itself is outside the model.
 */
export function maximise(
  problem: Problem,
  map: CovarianceMap,
  start: Float64Array,
): Maximum | null {
  let point = look(problem, map, start);
  if (!point) return null;
  let damping = 0;
  let iterations = 0;
  for (; iterations < 200; iterations += 1) {
    const move = step(point, damping);
    const gain = dot(move, point.gradient);
    if (gain < 1e-22) return { ...point, iterations, converged: true };
    const there = look(
      problem,
      map,
      point.free.map((value, i) => value + move[i]!),
    );
    const before: number = point.solution.logLik;
    const rise = there ? there.solution.logLik - before : -Infinity;
    const rounding = 1e-13 * (1 + Math.abs(before));
    if (there && gain < 1e-9) {
      // Too near for the likelihood to tell: the gradient decides.
      if (largest(there.gradient) >= 0.5 * largest(point.gradient))
        return { ...point, iterations, converged: true };
      point = there;
      damping = 0;
    } else if (there && rise >= -rounding && Number.isFinite(rise)) {
      point = there;
      damping = rise > 0.25 * gain ? damping / 10 : damping;
      if (damping < 1e-6) damping = 0;
    } else if (damping > 1e12) return { ...point, iterations, converged: false };
    else damping = damping === 0 ? 1e-3 : damping * 10;
  }
  return { ...point, iterations, converged: false };
}
