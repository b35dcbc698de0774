import { dot, multiply, multiplyTransposed, sandwich } from '../linear-algebra/multiply.js';
import { firmInverse, positiveInverse, scaledEigen } from '../linear-algebra/scaled-eigen.js';
import { movesAt, type CovarianceMap } from './covariance-map.js';
import type { Engine, Likelihood } from './likelihood.js';
import type { Problem } from './problem.js';

/** A place of the search. */
export type Point = {
  readonly free: Float64Array;
  /** The linear parameters there, and the likelihood with derivatives for them. */
  readonly parameters: Float64Array;
  readonly likelihood: Likelihood;
  /** Slopes of the linear parameters, one row each. */
  readonly slopes: Float64Array;
  /** The likelihood's derivatives for the free numbers. */
  readonly gradient: Float64Array;
  readonly observed: Float64Array;
};

/** A maximum of the likelihood, or why there is none. */
export type Search =
  | { readonly maximum: Point; readonly boundary: boolean; readonly iterations: number }
  | { readonly reason: string };

type Task = { readonly engine: Engine; readonly map: CovarianceMap };
type Climb = { readonly point: Point; readonly iterations: number; readonly converged: boolean };

/** The likelihood with its gradient and bend; `null` outside the model. */
function look({ engine, map }: Task, free: Float64Array): Point | null {
  if (!free.every(Number.isFinite)) return null;
  const { values: parameters } = movesAt(map, free);
  const likelihood = engine.lookAt(parameters);
  if (!likelihood || !Number.isFinite(likelihood.logLik)) return null;
  const { slopes, bends } = movesAt(map, free, likelihood.gradient);
  const { size, linear } = map;
  return {
    free,
    parameters,
    likelihood,
    slopes,
    gradient: multiplyTransposed(slopes, likelihood.gradient, [linear, size, 1]),
    observed: sandwich(likelihood.observed, slopes, linear, size).map(
      (value, at) => value - bends[at]!,
    ),
  };
}

/**
 * Newton's steps in the linear parameters, the first by scoring, as long as they stay a covariance
 * and climb: for complete data one step is the optimum, and for most others a few.
 */
function approach(task: Task, start: Float64Array): { point: Point | null; steps: number } {
  const { engine, map } = task;
  const n = map.linear;
  let free = start;
  let { values } = movesAt(map, start);
  let likelihood = engine.lookAt(values, true);
  let steps = 0;
  let before = Infinity;
  for (; likelihood && map.free && steps < 20; steps += 1) {
    const { gradient, expected, observed } = likelihood;
    const inverse = positiveInverse(steps === 0 ? expected : observed, n);
    const move = multiply(inverse, gradient, [n, n, 1]);
    const gain = dot(move, gradient);
    // Rough information is good for many digits of large data; what gains little is left to `climb`.
    if (gain < 1e-24 || (steps > 2 && gain > before / 100)) break;
    before = gain;
    const next: Float64Array = values.map((value, i) => value + move[i]!);
    const found = map.free(next);
    const there = found && engine.lookAt(next, true);
    if (!there || there.logLik < likelihood.logLik - 1e-13 * (1 + Math.abs(likelihood.logLik)))
      break;
    free = found;
    values = next;
    likelihood = there;
  }
  return { point: likelihood && look(task, free), steps };
}

/**
 * The step uphill: Newton's in every direction the likelihood bends down in; where it bends up, as
 * long as if it bent down as much; flat directions are left alone.
 */
function step({ gradient, observed }: Point, damping: number): Float64Array {
  const n = gradient.length;
  const inverse = firmInverse(observed, n, damping);
  if (inverse) return multiply(inverse, gradient, [n, n, 1]);
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
 * (Levenberg and Marquardt), carried on until rounding is all that is left.
 */
function climb(task: Task, start: Point): Climb {
  let point = start;
  let best = point;
  let damping = 0;
  let iterations = 0;
  // Where steps are too small for the likelihood to tell, the gradient may fail to shrink thrice.
  let patience = 3;
  for (; iterations < 200 && patience > 0; iterations += 1) {
    const move = step(point, damping);
    const gain = dot(move, point.gradient);
    if (gain < 1e-24) break;
    const there = look(
      task,
      point.free.map((value, i) => value + move[i]!),
    );
    const before: number = point.likelihood.logLik;
    const rise = there ? there.likelihood.logLik - before : -Infinity;
    const near = gain < 1e-13;
    if (there && (near || rise >= -1e-13 * (1 + Math.abs(before)))) {
      if (near && largest(there.gradient) >= 0.5 * largest(best.gradient)) patience -= 1;
      point = there;
      damping = rise > 0.25 * gain || near ? damping / 10 : damping;
      if (damping < 1e-6) damping = 0;
    } else if (damping > 1e12) return { point, iterations, converged: false };
    else damping = damping === 0 ? 1e-3 : damping * 10;
    if (!near || largest(point.gradient) < largest(best.gradient)) best = point;
  }
  return { point: best, iterations, converged: iterations < 200 };
}

/** Sets free numbers that stand for no variance to exactly zero where that is as likely. */
function snap(task: Task, found: Climb): Climb {
  const { free, likelihood } = found.point;
  const small = (place: number) => Math.abs(free[place]!) < 1e-3;
  const near = task.map.bounds.filter(([diagonal]) => small(diagonal!));
  if (near.length === 0) return found;
  const start = free.slice();
  for (const place of near.flat().filter(small)) start[place] = 0;
  const there = look(task, start);
  const snapped = there && climb(task, there);
  const rounding = 1e-12 * (1 + Math.abs(likelihood.logLik));
  const likely =
    snapped?.converged && snapped.point.likelihood.logLik >= likelihood.logLik - rounding;
  return likely ? snapped : found;
}

/** Whether moving this way changes the covariance, and not only the numbers that stand for it. */
function changesCovariance({ slopes, parameters }: Point, way: Float64Array): boolean {
  const moved = multiply(slopes, way, [parameters.length, way.length, 1]);
  return dot(moved, moved) > 1e-12 * dot(parameters, parameters) * dot(way, way);
}

/**
 * Searches the maximum of the likelihood from where the map starts: climbs, leaves saddles, and sets
 * variances to zero where the data ask for it.
 */
export function search(problem: Problem, engine: Engine, map: CovarianceMap): Search {
  const no = (reason: string) => ({ reason });
  const task = { engine, map };
  const { point, steps } = approach(task, Float64Array.from(map.start));
  if (!point) return no('the covariance has no start');
  let found = climb(task, point);
  for (let tries = 0; tries < 3; tries += 1) {
    const { parameters } = found.point;
    if (problem.residual && parameters[problem.inner.pairs.length]! < 1e-10)
      return no('the random effects leave no residual variance');
    if (!found.converged) return no('the likelihood has no maximum');
    found = snap(task, found);
    const { point: maximum } = found;
    const reached = {
      maximum,
      iterations: steps + found.iterations,
      boundary: map.bounds.some(([diagonal]) => maximum.free[diagonal!] === 0),
    };
    if (firmInverse(maximum.observed, map.size)) return reached;
    const bends = scaledEigen(maximum.observed, map.size);
    const [least] = bends;
    if (!least || least.value > -1e-6) {
      const flat = bends.filter(({ value }) => value < 1e-9);
      return flat.some(({ direction }) => changesCovariance(maximum, direction))
        ? no('the likelihood is flat')
        : reached;
    }
    const away = look(
      task,
      maximum.free.map((value, i) => value + 0.1 * least.direction[i]!),
    );
    if (away) found = climb(task, away);
  }
  return no('the likelihood has no maximum');
}
