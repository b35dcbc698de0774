import { multiply, sandwich, transpose } from '../linear-algebra/multiply.js';
import { refuse, type Result } from '../result.js';
import { reduceValues } from './draft-patterns.js';
import type { RowsFit } from './fit-mixed-model.js';
import type { FitInside, FittedCovariance, MixedFit } from './mixed-fit.js';
import { inOwnUnits } from './random-levels.js';
import { solvePattern } from './solve-pattern.js';
import { unitViews, type UnitViews } from './unit-view.js';

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

/** Predicts one subject's effects from its values in the order of its summary's rows. */
function predictSubject(
  { assembled, maximum }: FitInside,
  views: UnitViews,
  summary: number,
  scores: Float64Array,
): PredictedEffects {
  const { problem, drafted, offsets, scale, innerUnits } = assembled;
  const { pattern: place, unit } = drafted.places[summary]!;
  const pattern = problem.patterns[place]!;
  const { solution } = maximum;
  const { size, wide } = pattern;
  const q = problem.inner.width;
  const random = problem.outer.width;
  const fixed = problem.fixedWidth;
  const width = fixed + random;

  const { frame, places } = problem.units[unit]!;
  const offset = offsets[problem.frames[frame]!.component]!;
  const known = Float64Array.from(places, (all, i) =>
    i < fixed ? all.reduce((sum, at) => sum + offset[at]!, 0) : 0,
  );
  const taken = multiply(wide, known, [size, width, 1]);
  const expected = multiply(wide, views.values.subarray(unit * width, (unit + 1) * width), [
    size,
    width,
    1,
  ]);
  const rest = reduceValues(drafted.patterns[place]!, scores).map(
    (value, i) => (value - taken[i]!) / scale - expected[i]!,
  );

  const { innerCovariance: d, residualVariance } = solution;
  const solved = solvePattern(pattern, problem.inner, d, residualVariance)!;
  const shrink = multiply(d, transpose(solved.weights, size, q), [q, q, size]);
  const covariance = sandwich(solved.information, d, q, q).map((value, i) => d[i]! - value);
  if (random > 0) {
    const above = Float64Array.from(
      { length: size * random },
      (_, i) => wide[Math.floor(i / random) * width + fixed + (i % random)]!,
    );
    const reach = multiply(shrink, above, [q, size, random]);
    const { posterior } = solution.frames[frame]!;
    const added = sandwich(posterior, transpose(reach, q, random), random, q);
    added.forEach((value, i) => (covariance[i]! += value));
  }
  return predicted(assembled, innerUnits!, multiply(shrink, rest, [q, size, 1]), covariance);
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
  const views = unitViews(fit.inside.assembled.problem, fit.inside.maximum.solution);
  const levels = subjectNames.map((level, s) => {
    const scores = values.subarray(starts[s], starts[s + 1]);
    return { level, ...predictSubject(fit.inside, views, summaryOf[s]!, scores) };
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
  const { collected, assembled, maximum } = fit.inside;
  const rows = scores.flatMap((score, place) => (score === null ? [] : [place]));
  const seen = scores.filter((score) => score !== null);
  const names = Object.keys(variables);
  const summary = collected.summaries.findIndex(({ rows: own, subject }) => {
    const theirs = collected.subjects[subject]!.variables;
    return own.join() === rows.join() && names.every((name) => theirs[name] === variables[name]);
  });
  if (summary < 0) return refuse('nobody in the fit had these timepoints', seen.length);
  const views = unitViews(assembled.problem, maximum.solution);
  const found = predictSubject(fit.inside, views, summary, Float64Array.from(seen));
  return { computable: true, ...found };
}

/** Predicts the random effects of every cluster of a three-level fit. R: `lme4::ranef`. */
export function clusterEffects(fit: MixedFit): EffectsTable {
  const { problem, outerUnits } = fit.inside.assembled;
  const { frames, components } = fit.inside.maximum.solution;
  const found = fit.covariances.at(-1);
  if (!outerUnits || !found)
    throw new RangeError('clusterEffects requires a fit with random effects of clusters');
  const random = problem.outer.width;
  const levels = fit.inside.collected.clusters.map((level, c) => {
    const { posterior, randomScore, shrunken, fixed } = frames[c]!;
    const taken = multiply(shrunken, components[0]!.beta, [random, fixed, 1]);
    const values = multiply(posterior, randomScore, [random, random, 1]).map(
      (value, i) => value - taken[i]!,
    );
    return { level, ...predicted(fit.inside.assembled, outerUnits, values, posterior) };
  });
  return { group: found.group, effects: found.effects, levels };
}
