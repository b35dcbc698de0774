import { cholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { dot, multiply, sandwich, transpose } from '../linear-algebra/multiply.js';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
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

type Point = Omit<Maximum, 'iterations' | 'converged'>;

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
  return { free, parameters, solution, derivatives, gradient, information };
}

/**
 * A few steps of scoring in the linear parameters, as long as they stay a covariance and climb: for
 * complete data one step is the optimum, and for others it comes near faster than Newton's.
 */
export function approach(
  problem: Problem,
  map: CovarianceMap,
  start: Float64Array,
): { readonly free: Float64Array; readonly steps: number } {
  let free = start;
  let steps = 0;
  let solution = map.free ? solveProblem(problem, map.values(free)) : null;
  for (; map.free && solution && steps < 3; steps += 1) {
    const { gradient, expected } = differentiate(problem, solution);
    const factor = cholesky(expected, map.linear);
    if (!factor) break;
    const move = solveCholesky(factor, map.linear, gradient);
    const next = map.free(map.values(free).map((value, i) => value + move[i]!));
    const there = next && solveProblem(problem, map.values(next));
    if (!there || !(there.logLik > solution.logLik)) break;
    free = next;
    solution = there;
  }
  return { free, steps };
}

/**
 * The step uphill: Newton's where the likelihood bends down in all directions. Where it does not,
 * each direction is taken as steeply as it bends either way, and flat ones are left alone.
 */
function step({ gradient, information }: Point, damping: number): Float64Array {
  const n = gradient.length;
  const size = Float64Array.from(gradient, (_, i) => Math.abs(information[i * n + i]!) || 1);
  const damped = information.map((value, i) =>
    i % (n + 1) === 0 ? value + damping * size[i / (n + 1)]! : value,
  );
  const newton = cholesky(damped, n);
  if (newton) return solveCholesky(newton, n, gradient);
  const scale = size.map((value) => 1 / Math.sqrt(value));
  const scaled = information.map((value, i) => value * scale[Math.floor(i / n)]! * scale[i % n]!);
  const { values, vectors } = symmetricEigen(scaled, n);
  const steepest = largest(values);
  const move = new Float64Array(n);
  for (let e = 0; e < n; e += 1) {
    let along = 0;
    for (let i = 0; i < n; i += 1) along += vectors[i * n + e]! * scale[i]! * gradient[i]!;
    const flat = Math.abs(values[e]!) < 1e-9 * steepest;
    if (flat && Math.abs(along) < 1e-9) continue;
    const bend = Math.max(Math.abs(values[e]!), 1e-6 * steepest) + damping;
    for (let i = 0; i < n; i += 1) move[i]! += (scale[i]! * vectors[i * n + e]! * along) / bend;
  }
  return move;
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
  let best = point;
  let damping = 0;
  let iterations = 0;
  // Where steps are too small for the likelihood to tell, the gradient may fail to shrink thrice.
  let patience = 3;
  for (; iterations < 200 && patience > 0; iterations += 1) {
    const move = step(point, damping);
    const gain = dot(move, point.gradient);
    if (gain < 1e-24) break;
    const next = point.free.map((value, i) => value + move[i]!);
    const there = look(problem, map, next);
    const before: number = point.solution.logLik;
    const rise = there ? there.solution.logLik - before : -Infinity;
    const near = gain < 1e-13;
    if (there && (near || rise >= -1e-13 * (1 + Math.abs(before)))) {
      if (near && largest(there.gradient) >= 0.5 * largest(best.gradient)) patience -= 1;
      point = there;
      damping = rise > 0.25 * gain || near ? damping / 10 : damping;
      if (damping < 1e-6) damping = 0;
    } else if (damping > 1e12) return { ...point, iterations, converged: false };
    else damping = damping === 0 ? 1e-3 : damping * 10;
    if (!near || largest(point.gradient) < largest(best.gradient)) best = point;
  }
  return { ...best, iterations, converged: iterations < 200 };
}
