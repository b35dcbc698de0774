import { dot } from '../linear-algebra/multiply.js';
import { scaledEigen } from '../linear-algebra/symmetric-eigen.js';
import { linearJets, linearValues, type CovarianceMap } from './covariance-map.js';
import { approach, maximise, type Maximum } from './maximise.js';
import type { Problem } from './problem.js';

/** A maximum of the likelihood, or why there is none. */
export type Search =
  { readonly maximum: Maximum; readonly boundary: boolean } | { readonly reason: string };

/** Whether moving this way changes the covariance, and not only the numbers that stand for it. */
function changesCovariance(map: CovarianceMap, { free }: Maximum, way: Float64Array) {
  const jets = linearJets(map, free);
  const jet = jets.length / map.linear;
  let moved = 0;
  let size = 0;
  for (let at = 0; at < jets.length; at += jet) {
    moved += dot(jets.subarray(at + 1, at + 1 + map.size), way) ** 2;
    size += jets[at]! ** 2;
  }
  return moved > 1e-12 * size * dot(way, way);
}

/** Sets free numbers that stand for no variance to exactly zero where that is as likely. */
function snap(problem: Problem, map: CovarianceMap, found: Maximum): Maximum {
  const small = (place: number) => Math.abs(found.free[place]!) < 1e-3;
  const near = map.bounds.filter(([diagonal]) => small(diagonal!));
  if (near.length === 0) return found;
  const start = found.free.slice();
  for (const place of near.flat().filter(small)) start[place] = 0;
  const snapped = maximise(problem, map, start);
  const rounding = 1e-12 * (1 + Math.abs(found.likelihood.logLik));
  if (!snapped?.converged) return found;
  return snapped.likelihood.logLik >= found.likelihood.logLik - rounding ? snapped : found;
}

/**
 * Searches the maximum of the likelihood from a start: climbs, leaves saddles, and sets variances to
 * zero where the data ask for it.
 */
export function search(problem: Problem, map: CovarianceMap, start: Float64Array): Search {
  const no = (reason: string) => ({ reason });
  const near = approach(problem, map, start);
  let found = maximise(problem, map, near.free);
  if (!found) return no('the covariance has no start');
  for (let tries = 0; tries < 3; tries += 1) {
    const residual = problem.residual
      ? linearValues(map, found.free)[problem.inner.pairs.length]!
      : 1;
    if (residual < 1e-10) return no('the random effects leave no residual variance');
    if (!found.converged) return no('the likelihood has no maximum');
    found = snap(problem, map, found);
    const reached: Maximum = { ...found, iterations: near.steps + found.iterations };
    const bends = scaledEigen(found.likelihood.observed, map.size);
    const [least] = bends;
    if (!least || least.value > -1e-6) {
      const flat = bends.filter(({ value }) => value < 1e-9);
      if (flat.some(({ direction }) => changesCovariance(map, reached, direction)))
        return no('the likelihood is flat');
      return {
        maximum: reached,
        boundary: map.bounds.some(([diagonal]) => reached.free[diagonal!] === 0),
      };
    }
    const away = found.free.map((value, i) => value + 0.1 * least.direction[i]!);
    found = maximise(problem, map, away) ?? found;
  }
  return no('the likelihood has no maximum');
}
