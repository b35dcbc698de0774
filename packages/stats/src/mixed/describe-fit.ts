import type { Assembled } from './assemble.js';
import { modelCoefficients } from './coefficient-map.js';
import { sizeOf, type Collected } from './collected.js';
import type { CovarianceMap } from './covariance-map.js';
import type { Maximum } from './maximise.js';
import type { Parts } from './draft-patterns.js';
import type { FittedCovariance, MixedFit } from './mixed-fit.js';
import type { MixedModel } from './model.js';
import { levelMatrix } from './problem.js';
import { effectsInOwnUnits } from './random-levels.js';

type Described = Pick<FittedCovariance, 'group' | 'effects' | 'blocks'>;

function describeCovariance(described: Described, matrix: Float64Array): FittedCovariance {
  const n = described.effects.length;
  const at = (i: number, j: number) => matrix[i * n + j]!;
  const index = described.effects.map((_, i) => i);
  const sd = index.map((i) => Math.sqrt(Math.max(0, at(i, i))));
  const correlate = (i: number, j: number) => {
    if (i === j) return 1;
    const spread = sd[i]! * sd[j]!;
    return spread > 0 ? Math.max(-1, Math.min(1, at(i, j) / spread)) : null;
  };
  return {
    ...described,
    covariance: index.map((i) => index.map((j) => at(i, j))),
    sd,
    correlation: index.map((i) => index.map((j) => correlate(i, j))),
  };
}

/** The covariance matrices of a maximum, in the data's units: inner and outer. */
export function fittedCovariances(
  { problem, innerUnits, outerUnits, scale }: Assembled,
  { parameters }: Maximum,
): { inner: Float64Array; outer: Float64Array } {
  const { inner, outer } = problem;
  const from = inner.pairs.length + Number(problem.residual);
  const back = (units: Float64Array | null, matrix: Float64Array, width: number) =>
    (units ? effectsInOwnUnits(units, matrix, width) : matrix).map((value) => value * scale ** 2);
  return {
    inner: back(innerUnits, levelMatrix(inner, parameters), inner.width),
    outer: back(outerUnits, levelMatrix(outer, parameters.subarray(from)), outer.width),
  };
}

/** A maximum in words the caller knows. */
export function describeFit(
  model: MixedModel,
  collected: Collected,
  parts: Parts,
  {
    assembled,
    map,
    maximum,
    boundary,
  }: { assembled: Assembled; map: CovarianceMap; maximum: Maximum; boundary: boolean },
): MixedFit {
  const { problem, scale, offsets } = assembled;
  const { observations, subjects } = sizeOf(collected);
  const matrices = fittedCovariances(assembled, maximum);
  const { inner, outer, design } = parts;
  const covariances: FittedCovariance[] = [];
  if ('timepoint' in inner) {
    const { timepoint, levels } = inner;
    const described = { group: timepoint, effects: levels, blocks: [levels.map((_, i) => i)] };
    covariances.push(describeCovariance(described, matrices.inner));
  } else if (inner.effects.length > 0) covariances.push(describeCovariance(inner, matrices.inner));
  if (outer) covariances.push(describeCovariance(outer, matrices.outer));

  const betas = maximum.solution.components.map(({ beta }, c) =>
    beta.map((value, i) => offsets[c]![i]! + scale * value),
  );
  const values = modelCoefficients(assembled.coefficients, betas);
  const names = design.columns.map(({ name }) => name);
  const logLik = maximum.solution.logLik + assembled.logLikShift;
  const parameters = { fixed: problem.coefficients, covariance: map.size };
  const repeated = model.repeated !== undefined;
  const counted = repeated && problem.restricted ? map.size : problem.coefficients + map.size;
  return {
    status: boundary ? 'boundary' : 'converged',
    method: problem.restricted ? 'REML' : 'ML',
    n: observations,
    subjects,
    logLik,
    parameters,
    aic: 2 * counted - 2 * logLik,
    bic: counted * Math.log(repeated ? subjects : observations) - 2 * logLik,
    maxGradient: Math.max(0, ...maximum.gradient.map(Math.abs)),
    iterations: maximum.iterations,
    covariances,
    residualVariance: problem.residual
      ? maximum.parameters[problem.inner.pairs.length]! * scale ** 2
      : null,
    coefficients: new Map(
      names.flatMap((name, column) => (values.has(column) ? [[name, values.get(column)!]] : [])),
    ),
    dropped: assembled.coefficients.aliased.map(({ column }) => names[column]!),
    inside: { model, design, assembled, map, maximum, collected },
  };
}
