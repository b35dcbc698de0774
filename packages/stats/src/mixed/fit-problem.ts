import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import type { CovarianceMap } from './covariance-map.js';
import { maximise, type Maximum } from './maximise.js';
import type { Problem } from './problem.js';

/** A maximum of the likelihood, or why there is none. */
export type Search =
  { readonly maximum: Maximum; readonly boundary: boolean } | { readonly reason: string };

/** The least and the largest eigenvalue of the information in units of its diagonal. */
function bend({ information }: Maximum): { least: number; direction: Float64Array } {
  const n = Math.round(Math.sqrt(information.length));
  const scale = Float64Array.from({ length: n }, (_, i) => {
    const size = Math.sqrt(Math.abs(information[i * n + i]!));
    return size > 0 ? 1 / size : 0;
  });
  const scaled = information.map((v, i) => v * scale[Math.floor(i / n)]! * scale[i % n]!);
  const { values, vectors } = symmetricEigen(scaled, n);
  const least = values.indexOf(Math.min(...values));
  const direction = Float64Array.from(scale, (size, i) => size * vectors[i * n + least]!);
  return { least: values[least] ?? 0, direction };
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
  let found = maximise(problem, map, start);
  if (!found) return { reason: 'not identifiable because the covariance has no start' };
  for (let tries = 0; tries < 3; tries += 1) {
    if (!found.converged)
      return { reason: 'not identifiable because the likelihood has no maximum' };
    found = snap(problem, map, found);
    const { least, direction } = bend(found);
    const boundary = map.bounds.some((place) => found!.free[place] === 0);
    if (least > -1e-6) {
      if (least < 1e-9 && !boundary)
        return { reason: 'not identifiable because the likelihood is flat' };
      return { maximum: found, boundary };
    }
    const away = found.free.map((value, i) => value + 0.1 * direction[i]!);
    found = maximise(problem, map, away) ?? found;
  }
  return { reason: 'not identifiable because the likelihood has no maximum' };
}
