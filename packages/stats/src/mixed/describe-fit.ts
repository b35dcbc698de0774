import { multiply, transpose } from '../linear-algebra/multiply.js';
import type { CoefficientPlace } from './arrange-coefficients.js';
import type { Assembled } from './assemble.js';
import { sizeOf, type Collected } from './collected.js';
import { linearMap, linearValues, type CovarianceMap } from './covariance-map.js';
import { likelihoodAt } from './likelihood.js';
import type { Maximum } from './maximise.js';
import type { FittedCovariance, MixedFit } from './mixed-fit.js';
import type { MixedModel } from './model.js';
import { levelMatrix, levelRoot } from './problem.js';
import type { RandomLevel } from './random-levels.js';

/** The covariance of a level, in the data's units. */
function describeCovariance(
  { group, effects, blocks, level, units }: RandomLevel,
  { parameters, free, scale }: { parameters: Float64Array; free: Float64Array; scale: number },
): FittedCovariance {
  const { width } = level;
  const dims = [width, width, width] as const;
  // Effects by way of their root, so that a perfect correlation stays perfect.
  const root = units && multiply(units, levelRoot(level, free), dims);
  const matrix = root
    ? multiply(root, transpose(root, width, width), dims)
    : levelMatrix(level, parameters);
  const at = (i: number, j: number) => scale ** 2 * matrix[i * width + j]!;
  const index = effects.map((_, i) => i);
  const sd = index.map((i) => Math.sqrt(Math.max(0, at(i, i))));
  const correlate = (i: number, j: number) => {
    if (i === j) return 1;
    const spread = sd[i]! * sd[j]!;
    return spread > 0 ? Math.max(-1, Math.min(1, at(i, j) / spread)) : null;
  };
  return {
    group,
    effects,
    blocks,
    covariance: index.map((i) => index.map((j) => at(i, j))),
    sd,
    correlation: index.map((i) => index.map((j) => correlate(i, j))),
  };
}

/** A maximum in words the caller knows. */
export function describeFit(
  model: MixedModel,
  collected: Collected,
  {
    assembled,
    map,
    maximum,
    boundary,
  }: { assembled: Assembled; map: CovarianceMap; maximum: Maximum; boundary: boolean },
): MixedFit {
  const { problem, scale, offsets } = assembled;
  const parameters = linearValues(map, maximum.free);
  const best = likelihoodAt(problem, linearMap(map.linear), parameters, { full: true })!;
  const { observations, subjects } = sizeOf(collected);
  const { inner, outer, design } = assembled.parts;
  const levels = [inner, outer].filter((one) => one && one.effects.length > 0);
  const covariances = levels.map((one) => {
    // The parameters of clusters come last.
    const count = one === outer ? -one!.level.pairs.length : 0;
    const free = maximum.free.slice(count);
    return describeCovariance(one!, { parameters: parameters.slice(count), free, scale });
  });
  const { arranged } = assembled;
  const valueOf = ({ component, place }: CoefficientPlace) =>
    offsets[component]![place]! + scale * best.components[component]!.beta[place]!;
  const degrees = observations - (problem.restricted ? problem.coefficients : 0);
  const logLik = best.logLik - degrees * Math.log(scale);
  const counts = { fixed: problem.coefficients, covariance: map.size };
  const repeated = model.repeated !== undefined;
  const counted = repeated && problem.restricted ? map.size : problem.coefficients + map.size;
  return {
    status: boundary ? 'boundary' : 'converged',
    method: problem.restricted ? 'REML' : 'ML',
    n: observations,
    subjects,
    logLik,
    parameters: counts,
    aic: 2 * counted - 2 * logLik,
    bic: counted * Math.log(repeated ? subjects : observations) - 2 * logLik,
    maxGradient: Math.max(0, ...maximum.likelihood.gradient.map(Math.abs)),
    iterations: maximum.iterations,
    covariances,
    residualVariance: problem.residual
      ? parameters[problem.inner.pairs.length]! * scale ** 2
      : null,
    coefficients: new Map(
      design.columns.flatMap(({ name }, column) => {
        const place = arranged.places[column];
        return place ? [[name, valueOf(place)]] : [];
      }),
    ),
    dropped: [...arranged.aliased.keys()].map((column) => design.columns[column]!.name),
    inside: { model, assembled, map, maximum, parameters, best, collected },
  };
}
