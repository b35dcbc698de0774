import {
  contrastTester,
  subjectEffects,
  trendWeights,
  type MixedFit,
  type RowsFit,
} from '../mixed/index.js';
import { refuse, type Refusal, type Result } from '../result.js';
import {
  classifyIndex,
  criticalIndex,
  type Direction,
  type ReliableChange,
} from './jacobson-truax.js';
import { indexFromMixedModel } from './other-indices.js';

/** One person's change as a mixed model predicts it. */
export type PredictedChange = {
  readonly subject: string;
  /** Predicted change with one unit of time: the fixed part of people like this one plus its own. */
  readonly slope: number;
  /** The person's own part alone: how much more (or less) than people like this one. */
  readonly departure: number;
  /** Standard deviation of the slope given the data, with the coefficients taken as certain. */
  readonly conditionalSd: number;
  /** `slope / conditionalSd`, raw sign. */
  readonly index: number;
  readonly outcome: ReliableChange;
};

/** Everybody's predicted change, and how many changed reliably. */
export type ChangeOfModel = {
  readonly people: readonly PredictedChange[];
  readonly counts: Readonly<Record<ReliableChange, number>>;
  /** `boundary` when intercepts and slopes correlate perfectly: then take the classes with care. */
  readonly status: MixedFit['status'];
  readonly n: number;
  readonly method: 'mixed model, predicted slope over its conditional SD';
};

/** What the classes of a model need to be told. */
export type ChangeOfModelRule = {
  /** The variable of time, with a random slope of people and a place in the fixed part. */
  readonly time: string;
  readonly direction: Direction;
  /** The value the index must exceed, strictly; 1.96 unless set. */
  readonly critical?: number;
};

function slopePlace(
  { covariances: [people, ...clusters], residualVariance }: RowsFit,
  time: string,
) {
  const place = residualVariance === null ? -1 : (people?.effects.indexOf(time) ?? -1);
  if (place < 0 || clusters.some(({ effects }) => effects.includes(time)))
    throw new RangeError('reliableChangeOfModel requires random slopes of people alone');
  return place;
}

/** Whether slopes differ by more than rounding: over all the time seen, and beside the residual. */
function slopesDiffer(
  { rows, covariances, residualVariance }: RowsFit,
  time: string,
  place: number,
) {
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows.rows) {
    first = Math.min(first, Number(row[time]));
    last = Math.max(last, Number(row[time]));
  }
  return covariances[0]!.sd[place]! * (last - first) > 1e-8 * Math.sqrt(residualVariance!);
}

/** The expected slope of a person's kind: the fixed part at the variables the person brings. */
function expectedSlopes(fit: RowsFit, time: string): (subject: number) => number | Refusal {
  const test = contrastTester(fit);
  const { summaryOf, summaries, subjects } = fit.rows;
  const fixed = new Set(fit.inside.model.fixed.flat());
  const known = new Map<number, number | Refusal>();
  return (subject) => {
    const kind = summaries[summaryOf[subject]!]!.subject;
    const own = Object.entries(subjects[kind]!.variables).filter(([name]) => fixed.has(name));
    const found = known.get(kind) ?? test(trendWeights(fit, time, Object.fromEntries(own)));
    const slope = typeof found === 'number' || !found.computable ? found : found.estimate;
    known.set(kind, slope);
    return slope;
  };
}

/**
 * Reliable change from a mixed model with random slopes, such as `score ~ month + (month | id)`: each
 * person's predicted change (fixed part plus best linear unbiased prediction) over its conditional
 * standard deviation, compared with 1.96. It uses every timepoint a person has, needs no reliability
 * from elsewhere, and draws those with few data towards the others.
 *
 * With D the covariance of the effects, Z the person's times and V = Z D Z' + s^2 I: slope = fixed
 * slope + [D Z' V^-1 (y - X b)], conditional variance = [D - D Z' V^-1 Z D], both at the slope (Laird
 * and Ware, 1982; as an index Speer and Greenbaum, 1995). Covariates that vary within people stand at
 * their mean. Refused where the slopes' variance is zero: then the model sees one change for all, and
 * an index would be without limit. R: `(fixef(fit)["month"] + ranef(fit)$id$month) / condsd` with
 * `condsd` from `as.data.frame(lme4::ranef(fit))`; package clinicalsignificance leaves the fixed part
 * out, which asks who changed more than the others (`departure / conditionalSd`).
 */
export function reliableChangeOfModel(
  fit: RowsFit,
  { time, direction, critical = criticalIndex }: ChangeOfModelRule,
): Result<ChangeOfModel> {
  const place = slopePlace(fit, time);
  if (!slopesDiffer(fit, time, place))
    return refuse('people do not differ in their change: a slope variance of zero', fit.subjects);
  const expected = expectedSlopes(fit, time);
  const people: PredictedChange[] = [];
  const counts = { improved: 0, 'no reliable change': 0, worse: 0 };
  for (const [i, { level, values, conditionalSd: sds }] of subjectEffects(fit).levels.entries()) {
    const fixed = expected(i);
    if (typeof fixed !== 'number') return fixed;
    const departure = values[place]!;
    const conditionalSd = sds[place]!;
    const slope = fixed + departure;
    const found = indexFromMixedModel({ slope, conditionalSd });
    if (!found.computable) return refuse(found.reason, fit.subjects);
    const outcome = classifyIndex(found.index, direction, { critical });
    counts[outcome] += 1;
    people.push({ subject: level, slope, departure, conditionalSd, index: found.index, outcome });
  }
  return {
    computable: true,
    people,
    counts,
    status: fit.status,
    n: people.length,
    method: 'mixed model, predicted slope over its conditional SD',
  };
}
