import { dot, multiply } from '../linear-algebra/multiply.js';
import { positiveInverse, scaledEigen } from '../linear-algebra/symmetric-eigen.js';
import { linearMap, linearValues, type CovarianceMap } from './covariance-map.js';
import { likelihoodAt, type Likelihood } from './likelihood.js';
import type { Problem } from './problem.js';

/** Where the search ended. */
export type Maximum = {
  readonly free: Float64Array;
  /** With gradient and information for the free numbers. */
  readonly likelihood: Likelihood;
  readonly iterations: number;
  readonly converged: boolean;
};

type Point = Pick<Maximum, 'free' | 'likelihood'>;

/** The likelihood with its gradient and bend; `null` outside the model. */
function look(problem: Problem, map: CovarianceMap, free: Float64Array): Point | null {
  const likelihood = free.every(Number.isFinite) ? likelihoodAt(problem, map, free) : null;
  return likelihood && Number.isFinite(likelihood.logLik) ? { free, likelihood } : null;
}

/**
 * Newton's steps in the linear parameters, the first by scoring, as long as they stay a covariance
 * and climb: for complete data one step is the optimum, and for most others a few.
 */
export function approach(
  problem: Problem,
  map: CovarianceMap,
  start: Float64Array,
): { readonly free: Float64Array; readonly steps: number } {
  let free = start;
  let steps = 0;
  if (!map.free) return { free, steps };
  const n = map.linear;
  const linear = linearMap(n);
  let values = linearValues(map, free);
  let likelihood = likelihoodAt(problem, linear, values);
  for (; likelihood && steps < 8; steps += 1) {
    const { gradient, expected, observed } = likelihood;
    const inverse = positiveInverse(steps === 0 ? expected : observed, n);
    const move = multiply(inverse, gradient, [n, n, 1]);
    if (dot(move, gradient) < 1e-12) break;
    const next: Float64Array = values.map((value, i) => value + move[i]!);
    const found = map.free(next);
    const there = found && likelihoodAt(problem, linear, next);
    if (!there || !(there.logLik > likelihood.logLik)) break;
    free = found;
    values = next;
    likelihood = there;
  }
  return { free, steps };
}

/**
 * The step uphill: Newton's in every direction the likelihood bends down in; where it bends up, as
 * long as if it bent down as much; flat directions are left alone.
 */
function step({ likelihood: { gradient, observed } }: Point, damping: number): Float64Array {
  const n = gradient.length;
  const bends = scaledEigen(observed, n);
  const steepest = Math.max(...bends.map(({ value }) => Math.abs(value)));
  const move = new Float64Array(n);
  for (const { value, direction } of bends) {
    const along = dot(direction, gradient);
    const bend = Math.abs(value);
    if (bend < 1e-9 * steepest && Math.abs(along) < 1e-9) continue;
    const least = value > 0 ? 1e-12 : 1e-6;
    const length = along / (Math.max(bend, least * steepest) + damping);
    for (let i = 0; i < n; i += 1) move[i]! += length * direction[i]!;
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
    const gain = dot(move, point.likelihood.gradient);
    if (gain < 1e-24) break;
    const next = point.free.map((value, i) => value + move[i]!);
    const there = look(problem, map, next);
    const before: number = point.likelihood.logLik;
    const rise = there ? there.likelihood.logLik - before : -Infinity;
    const near = gain < 1e-13;
    if (there && (near || rise >= -1e-13 * (1 + Math.abs(before)))) {
      if (near && largest(there.likelihood.gradient) >= 0.5 * largest(best.likelihood.gradient))
        patience -= 1;
      point = there;
      damping = rise > 0.25 * gain || near ? damping / 10 : damping;
      if (damping < 1e-6) damping = 0;
    } else if (damping > 1e12) return { ...point, iterations, converged: false };
    else damping = damping === 0 ? 1e-3 : damping * 10;
    if (!near || largest(point.likelihood.gradient) < largest(best.likelihood.gradient))
      best = point;
  }
  return { ...best, iterations, converged: iterations < 200 };
}
