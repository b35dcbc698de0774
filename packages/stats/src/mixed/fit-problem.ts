import { multiply } from '../linear-algebra/multiply.js';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import type { CovarianceMap } from './covariance-map.js';
import { approach, maximise, type Maximum } from './maximise.js';
import type { Problem } from './problem.js';

/** A maximum of the likelihood, or why there is none. */
export type Search =
  { readonly maximum: Maximum; readonly boundary: boolean } | { readonly reason: string };

/** How steeply the likelihood bends in its main directions, in units of its diagonal. */
function bends({ information }: Maximum): { bend: number; direction: Float64Array }[] {
  const n = Math.round(Math.sqrt(information.length));
  const scale = Float64Array.from({ length: n }, (_, i) => {
    const size = Math.sqrt(Math.abs(information[i * n + i]!));
    return size > 0 ? 1 / size : 1;
  });
  const scaled = information.map((v, i) => v * scale[Math.floor(i / n)]! * scale[i % n]!);
  const { values, vectors } = symmetricEigen(scaled, n);
  return Array.from(values, (bend, e) => ({
    bend,
    direction: scale.map((size, i) => size * vectors[i * n + e]!),
  })).sort((a, b) => a.bend - b.bend);
}

/** Whether moving this way changes the covariance, and not only the numbers that stand for it. */
function changesCovariance(map: CovarianceMap, { free, parameters }: Maximum, way: Float64Array) {
  const moved = multiply(map.jacobian(free), way, [map.linear, map.size, 1]);
  const size = (values: Float64Array) => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
  return size(moved) > 1e-6 * size(parameters) * size(way);
}

/** Sets free numbers that stand for no variance to exactly zero where that is as likely. */
function snap(problem: Problem, map: CovarianceMap, found: Maximum): Maximum {
  const near = map.bounds.filter((place) => Math.abs(found.free[place]!) < 1e-3);
  if (near.length === 0) return found;
  const start = found.free.slice();
  for (const place of near) start[place] = 0;
  const snapped = maximise(problem, map, start);
  const rounding = 1e-12 * (1 + Math.abs(found.solution.logLik));
  if (!snapped?.converged) return found;
  return snapped.solution.logLik >= found.solution.logLik - rounding ? snapped : found;
}

/**
 * Searches the maximum of the likelihood from a start: climbs, leaves saddles, and sets variances to
 * zero where the data ask for it.
 */
export function search(problem: Problem, map: CovarianceMap, start: Float64Array): Search {
  const no = (reason: string) => ({ reason: `not identifiable because ${reason}` });
  const near = approach(problem, map, start);
  let found = maximise(problem, map, near.free);
  if (!found) return no('the covariance has no start');
  for (let tries = 0; tries < 3; tries += 1) {
    const residual = problem.residual ? found.parameters[problem.inner.pairs.length]! : 1;
    if (residual < 1e-10) return no('the random effects leave no residual variance');
    if (!found.converged) return no('the likelihood has no maximum');
    found = snap(problem, map, found);
    const reached: Maximum = { ...found, iterations: near.steps + found.iterations };
    const [least, ...others] = bends(found);
    if (!least || least.bend > -1e-6) {
      const flat = [least, ...others].filter((one) => one && one.bend < 1e-9);
      if (flat.some((one) => changesCovariance(map, reached, one!.direction)))
        return no('the likelihood is flat');
      return { maximum: reached, boundary: map.bounds.some((place) => reached.free[place] === 0) };
    }
    const away = found.free.map((value, i) => value + 0.1 * least.direction[i]!);
    found = maximise(problem, map, away) ?? found;
  }
  return no('the likelihood has no maximum');
}
