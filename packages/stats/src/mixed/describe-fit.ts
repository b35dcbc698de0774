import { multiply, multiplyByTransposed } from '../linear-algebra/multiply.js';
import type { FitInside, FittedCovariance, MixedFit } from './mixed-fit.js';
import { levelMatrix } from './problem.js';
import type { RandomLevel } from './random-level.js';

/** The covariance of a level, in the data's units. */
function describeCovariance(
  { group, effects, blocks, level, units }: RandomLevel,
  { parameters, free, scale }: { parameters: Float64Array; free: Float64Array; scale: number },
): FittedCovariance {
  const { width } = level;
  const dims = [width, width, width] as const;
  // Effects by way of their root, so that a perfect correlation stays perfect.
  const root = units && multiply(units, levelMatrix(level, free, false), dims);
  const matrix = root ? multiplyByTransposed(root, root, dims) : levelMatrix(level, parameters);
  const covariance = effects.map((_, i) =>
    effects.map((_unused, j) => scale ** 2 * matrix[i * width + j]!),
  );
  const sd = covariance.map((row, i) => Math.sqrt(Math.max(0, row[i]!)));
  const correlate = (value: number, spread: number) =>
    spread > 0 ? Math.max(-1, Math.min(1, value / spread)) : null;
  return {
    group,
    effects,
    blocks,
    covariance,
    sd,
    correlation: covariance.map((row, i) =>
      row.map((value, j) => (i === j ? 1 : correlate(value, sd[i]! * sd[j]!))),
    ),
  };
}

/** A maximum in words the caller knows. */
export function describeFit({
  boundary,
  iterations,
  ...inside
}: FitInside & { readonly boundary: boolean; readonly iterations: number }): MixedFit {
  const { model, assembled, map, maximum } = inside;
  const { problem, engine, scale, offsets, arranged, parts } = assembled;
  const { parameters, free, gradient } = maximum;
  // Whatever was looked at last, from here on the engine stands at the maximum.
  const { logLik: found } = engine.lookAt(parameters)!;
  const { inner, outer, design } = parts;
  const covariances = [inner, outer].flatMap((one) => {
    if (!one || one.effects.length === 0) return [];
    // The parameters of clusters come last.
    const from = one === outer ? -one.level.pairs.length : 0;
    const own = { parameters: parameters.slice(from), free: free.slice(from), scale };
    return [describeCovariance(one, own)];
  });
  const { restricted, coefficients: fixed, observations, subjects } = problem;
  const logLik = found - (observations - (restricted ? fixed : 0)) * Math.log(scale);
  const repeated = model.repeated !== undefined;
  const counted = repeated && restricted ? map.size : fixed + map.size;
  return {
    status: boundary ? 'boundary' : 'converged',
    method: restricted ? 'REML' : 'ML',
    n: observations,
    subjects,
    logLik,
    parameters: { fixed, covariance: map.size },
    aic: 2 * counted - 2 * logLik,
    bic: counted * Math.log(repeated ? subjects : observations) - 2 * logLik,
    maxGradient: Math.max(0, ...gradient.map(Math.abs)),
    iterations,
    covariances,
    residualVariance: problem.residual
      ? parameters[problem.inner.pairs.length]! * scale ** 2
      : null,
    coefficients: new Map(
      design.columns.flatMap(({ name }, column) => {
        const at = arranged.places[column];
        if (!at) return [];
        const { beta } = engine.components[at.component]!;
        return [[name, offsets[at.component]![at.place]! + scale * beta[at.place]!]];
      }),
    ),
    dropped: [...arranged.aliased.keys()].map((column) => design.columns[column]!.name),
    inside,
  };
}
