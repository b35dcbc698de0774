import { cholesky, inverseFromCholesky } from '../linear-algebra/cholesky.js';
import { multiply, sandwich, transpose } from '../linear-algebra/multiply.js';
import { refuse, type Result } from '../result.js';
import { reduceValues } from './draft-patterns.js';
import type { RowsFit } from './fit-mixed-model.js';
import type { FitInside, FittedCovariance, MixedFit } from './mixed-fit.js';
import { levelMatrix, levelRoot } from './problem.js';
import { inOwnUnits } from './random-levels.js';
import { upperPlace } from './sweep.js';

/** Predicted random effects of one subject or cluster. */
export type PredictedEffects = {
  /** One value per effect. */
  readonly values: readonly number[];
  /** Standard deviation of each once the data are known, with coefficients taken as certain. */
  readonly conditionalSd: readonly number[];
};

/** Predicted random effects of everybody in a grouping variable, in the order of its levels. */
export type EffectsTable = {
  readonly group: string;
  readonly effects: readonly string[];
  readonly levels: readonly (PredictedEffects & { readonly level: string })[];
};

function predicted(
  { scale }: { scale: number },
  units: Float64Array,
  values: Float64Array,
  covariance: Float64Array,
): PredictedEffects {
  const n = values.length;
  const own = inOwnUnits(units, covariance, n);
  return {
    values: [...multiply(units, values, [n, n, 1])].map((value) => scale * value),
    conditionalSd: Array.from(
      { length: n },
      (_, i) => scale * Math.sqrt(Math.max(0, own[i * n + i]!)),
    ),
  };
}

/** What is known of the random effects of one cluster, in the units of the search. */
function clusterView({ assembled, maximum, best }: FitInside, frame: number) {
  const { problem } = assembled;
  const { outer } = problem;
  const q = outer.width;
  const { beta } = best.components[problem.frames[frame]!.component]!;
  const root = levelRoot(outer, maximum.free.slice(maximum.free.length - outer.pairs.length));
  const values = best.frames[frame]!;
  const n = q + beta.length + 1;
  const below = (i: number, j: number) => values[upperPlace(n, i, j)]!;
  // M = L (I + L' A_zz L)^-1 L' with D = L L', the covariance left; M times the score, the effects.
  const information = Float64Array.from({ length: q * q }, (_, i) =>
    below(Math.floor(i / q), i % q),
  );
  const core = sandwich(information, root, q, q);
  for (let i = 0; i < q; i += 1) core[i * q + i]! += 1;
  const inverse = inverseFromCholesky(cholesky(core, q)!, q);
  const posterior = sandwich(inverse, transpose(root, q, q), q, q);
  const score = Float64Array.from({ length: q }, (_, i) =>
    beta.reduce((rest, value, j) => rest - value * below(i, q + j), below(i, n - 1)),
  );
  return { beta, posterior, effects: multiply(posterior, score, [q, q, 1]) };
}

/** Predicts one subject's effects from its values in the order of its summary's rows. */
function predictSubject(
  inside: FitInside,
  summary: number,
  scores: Float64Array,
): PredictedEffects {
  const { assembled, parameters } = inside;
  const { problem, drafted, offsets, scale, parts } = assembled;
  const { pattern: place, unit } = drafted.places[summary]!;
  const { size, wide, inner: z } = problem.patterns[place]!;
  const q = problem.inner.width;
  const random = problem.outer.width;
  const width = problem.fixedWidth + random;

  const { frame, places } = problem.units[unit]!;
  const { beta, posterior, effects } = clusterView(inside, frame);
  const offset = offsets[problem.frames[frame]!.component]!;
  const known = Float64Array.from(places, (all) =>
    all.reduce(
      (sum, at) =>
        sum + (at < random ? effects[at]! : offset[at - random]! / scale + beta[at - random]!),
      0,
    ),
  );
  const expected = multiply(wide, known, [size, width, 1]);
  const reduced = reduceValues(drafted.patterns[place]!, scores);
  const rest = reduced.map((value, i) => value / scale - expected[i]!);

  const d = levelMatrix(problem.inner, parameters);
  const zt = transpose(z, size, q);
  const v = sandwich(d, zt, q, size);
  for (let i = 0; i < size; i += 1) v[i * size + i]! += parameters[problem.inner.pairs.length]!;
  const inverse = inverseFromCholesky(cholesky(v, size)!, size);
  const shrink = multiply(multiply(d, zt, [q, q, size]), inverse, [q, size, size]);
  const taken = multiply(multiply(shrink, z, [q, size, q]), d, [q, q, q]);
  const covariance = d.map((value, i) => value - taken[i]!);
  if (random > 0) {
    const above = Float64Array.from(
      { length: size * random },
      (_, i) => wide[Math.floor(i / random) * width + problem.fixedWidth + (i % random)]!,
    );
    const reach = multiply(shrink, above, [q, size, random]);
    const added = sandwich(posterior, transpose(reach, q, random), random, q);
    added.forEach((value, i) => (covariance[i]! += value));
  }
  return predicted(assembled, parts.inner.units!, multiply(shrink, rest, [q, size, 1]), covariance);
}

function innerCovariance({ covariances, inside }: MixedFit): FittedCovariance {
  const { problem } = inside.assembled;
  const found = covariances[0];
  if (!found || !problem.residual || problem.inner.width === 0)
    throw new RangeError('subjectEffects requires a fit with random effects of subjects');
  return found;
}

/**
 * Predicts the random effects of every subject (best linear unbiased predictions; Robinson, 1991):
 * how far each departs from its group, shrunken as much as its data are few. R: `lme4::ranef`.
 */
export function subjectEffects(fit: RowsFit): EffectsTable {
  const { group, effects } = innerCovariance(fit);
  const { subjectNames, summaryOf, starts, values } = fit.rows;
  const levels = subjectNames.map((level, s) => {
    const scores = values.subarray(starts[s], starts[s + 1]);
    return { level, ...predictSubject(fit.inside, summaryOf[s]!, scores) };
  });
  return { group, effects, levels };
}

/**
 * The same for one subject of a fit from moments, from the group it belongs to and its scores in
 * order of timepoint (`null` where there is none). Refused when nobody in the fit was in that group
 * at those timepoints.
 */
export function effectsOfSubject(
  fit: MixedFit,
  variables: Readonly<Record<string, string | number>>,
  scores: readonly (number | null)[],
): Result<PredictedEffects> {
  innerCovariance(fit);
  const { collected } = fit.inside;
  const rows = scores.flatMap((score, place) => (score === null ? [] : [place]));
  const seen = scores.filter((score) => score !== null);
  const names = Object.keys(variables);
  const summary = collected.summaries.findIndex(({ rows: own, subject }) => {
    const theirs = collected.subjects[subject]!.variables;
    return own.join() === rows.join() && names.every((name) => theirs[name] === variables[name]);
  });
  if (summary < 0) return refuse('nobody in the fit had these timepoints', seen.length);
  const found = predictSubject(fit.inside, summary, Float64Array.from(seen));
  return { computable: true, ...found };
}

/** Predicts the random effects of every cluster of a three-level fit. R: `lme4::ranef`. */
export function clusterEffects(fit: MixedFit): EffectsTable {
  const { assembled, collected } = fit.inside;
  const { outer } = assembled.parts;
  const found = fit.covariances.at(-1);
  if (!outer || !found)
    throw new RangeError('clusterEffects requires a fit with random effects of clusters');
  const levels = collected.clusters.map((level, c) => {
    const { effects, posterior } = clusterView(fit.inside, c);
    return { level, ...predicted(assembled, outer.units!, effects, posterior) };
  });
  return { group: found.group, effects: found.effects, levels };
}
