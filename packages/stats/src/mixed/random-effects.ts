import { multiply, multiplyByTransposed, sandwich, corner } from '../linear-algebra/multiply.js';
import { refuse, type Result } from '../result.js';
import type { RowsFit } from './fit-mixed-model.js';
import type { FitInside, FittedCovariance, MixedFit } from './mixed-fit.js';
import { reduceValues } from './patterns.js';
import { levelMatrix } from './problem.js';

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
  const half = multiply(units, covariance, [n, n, n]);
  const own = multiplyByTransposed(half, units, [n, n, n]);
  return {
    values: [...multiply(units, values, [n, n, 1])].map((value) => scale * value),
    conditionalSd: Array.from(
      { length: n },
      (_, i) => scale * Math.sqrt(Math.max(0, own[i * n + i]!)),
    ),
  };
}

/** Predicts one subject's effects from its values in the order of its summary's rows. */
function predictSubject(
  { assembled, maximum: { parameters } }: FitInside,
  summary: number,
  scores: Float64Array,
): PredictedEffects {
  const { problem, places, unitOffsets, scale, parts, engine } = assembled;
  const { pattern: place, unit } = places[summary]!;
  const { pattern, m, side, both } = engine.rooms[place]!;
  const { size: r, wide } = pattern;
  const { inner, outer } = problem;
  const q = inner.width;
  const w = wide.length / r;
  const known = engine.units[unit]!.beta.map((value, i) => value + unitOffsets[unit]![i]! / scale);
  const expected = multiply(wide, known, [r, w, 1]);
  const rest = reduceValues(pattern, scores).map((value, i) => value / scale - expected[i]!);

  // D Z'A, D Z'A Z and D Z'A times the columns of the cluster's effects.
  const d = levelMatrix(inner, parameters);
  const z = pattern.inner;
  const shrink = multiplyByTransposed(d, corner(side, m, [r, 0, q]), [q, q, r]);
  const taken = multiply(multiply(shrink, z, [q, r, q]), d, [q, q, q]);
  const covariance = d.map((value, i) => value - taken[i]!);
  if (outer.width > 0) {
    const o = outer.width;
    const above = corner(both.subarray((w - o) * m), m, [o, 0, q]);
    const reach = multiplyByTransposed(above, d, [o, q, q]);
    const posterior = engine.clusters[problem.units[unit]!.frame]!.k;
    sandwich(posterior, reach, o, q).forEach((value, i) => (covariance[i]! += value));
  }
  return predicted(assembled, parts.inner.units!, multiply(shrink, rest, [q, r, 1]), covariance);
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
  const collected = fit.inside.collected!;
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
  const levels = collected!.clusters.map((level, c) => {
    const { q, k } = assembled.engine.clusters[c]!;
    const values = assembled.engine.frames[c]!.beta.slice(0, q);
    return { level, ...predicted(assembled, outer.units!, values, k) };
  });
  return { group: found.group, effects: found.effects, levels };
}
