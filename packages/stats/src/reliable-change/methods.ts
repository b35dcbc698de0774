import type { PairedDescription } from '../moments/index.js';
import { refuse, type Result } from '../result.js';
import { criticalIndex } from './jacobson-truax.js';

/** What the methods need to know of everybody: spread and means of the complete pairs. */
export type ChangeSample = {
  /** From `describePairedMoments` of the complete pairs. */
  readonly pairs: PairedDescription;
  /** Reliability of the score before; usually of the scale. */
  readonly reliability: number;
  /** Reliability of the score after; the same as before if left out. */
  readonly reliabilityAfter?: number;
};

/** One person's index from their two scores. */
export type IndexOf = (before: number, after: number) => number;

/** A method made ready for a sample: its index and the value it must exceed. */
export type PreparedMethod = {
  readonly indexOf: IndexOf;
  readonly critical: number;
  readonly n: number;
  readonly method: ReliableChangeMethod;
};

type Numbers = {
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly sd: number;
  readonly r: number;
  readonly rAfter: number;
  readonly changeVariance: number;
};

/** How far `after` lies from where regression puts it, the mean having moved to `to`. */
const residual = ({ meanBefore, r }: Numbers, before: number, after: number, to: number) =>
  after - to - r * (before - meanBefore);

/** The true score estimated from a score before (Kelley), which EN and NK hold `after` against. */
const estimatedTrue = ({ meanBefore, r }: Numbers, before: number) =>
  r * (before - meanBefore) + meanBefore;

function jacobsonTruax({ sd, r }: Numbers): IndexOf {
  const error = sd * Math.sqrt(2 * (1 - r));
  return (before, after) => (after - before) / error;
}

function gulliksenLordNovick(sample: Numbers): IndexOf {
  const error = sample.sd * Math.sqrt(1 - sample.r ** 2);
  return (before, after) => residual(sample, before, after, sample.meanBefore) / error;
}

function hsuLinnLord(sample: Numbers): IndexOf {
  const error = sample.sd * Math.sqrt(1 - sample.r ** 2);
  return (before, after) => residual(sample, before, after, sample.meanAfter) / error;
}

function edwardsNunnally(sample: Numbers): IndexOf {
  const error = sample.sd * Math.sqrt(1 - sample.r);
  return (before, after) => (after - estimatedTrue(sample, before)) / error;
}

function nunnallyKotsch(sample: Numbers): IndexOf {
  const { sd, r, rAfter } = sample;
  const error = sd * Math.sqrt(r * r * (1 - r) + 1 - rAfter);
  return (before, after) => (after - estimatedTrue(sample, before)) / error;
}

function hagemanArrindell({ sd, r, meanBefore, meanAfter, changeVariance }: Numbers): IndexOf {
  const error = sd * Math.sqrt(2 * (1 - r));
  const trust = 1 - error ** 2 / changeVariance;
  const move = (meanAfter - meanBefore) * (1 - trust);
  return (before, after) => ((after - before) * trust + move) / (Math.sqrt(trust) * error);
}

const methods = {
  jacobsonTruax,
  gulliksenLordNovick,
  hsuLinnLord,
  edwardsNunnally,
  nunnallyKotsch,
  hagemanArrindell,
} as const;

/** The six indices of reliable change computed from a sample of complete pairs. */
export type ReliableChangeMethod = keyof typeof methods;

/** Their names, in the order the literature gives them. */
export const reliableChangeMethods = Object.keys(methods) as readonly ReliableChangeMethod[];

/** The critical value Hageman and Arrindell use: one-sided 5 %, as they print it. */
export const criticalHagemanArrindell = 1.65;

/**
 * How reliable differences between people's changes are: 1 - error variance of a difference over
 * the variance of change. Hageman and Arrindell 1999; needs a change that varies.
 */
export function reliabilityOfDifference({ pairs, reliability }: ChangeSample): number | null {
  const { variance } = pairs.change;
  const { sd } = pairs.before;
  if (!variance || sd === null) return null;
  return 1 - (2 * (1 - reliability) * sd ** 2) / variance;
}

/**
 * Makes one of six reliable-change methods ready for a sample; the index is then one call.
 *
 * With M, S the mean and sample SD before, r the reliability: Jacobson-Truax 1991
 * (after - before) / (S sqrt(2 (1 - r))); the regressed methods compare `after` with
 * M + r (before - M): Gulliksen-Lord-Novick over S sqrt(1 - r^2), Hsu-Linn-Lord the same from the
 * mean after, Edwards-Nunnally over S sqrt(1 - r), Nunnally-Kotsch over
 * S sqrt(r^2 (1 - r) + 1 - r after); Hageman-Arrindell 1999 weighs each change by
 * `reliabilityOfDifference` and is held against 1.65, the others against 1.96.
 * In R: package clinicalsignificance (b's clinical-SD cut-off apart).
 */
export function prepareReliableChange(
  method: ReliableChangeMethod,
  sample: ChangeSample,
): Result<PreparedMethod> {
  const { pairs, reliability: r, reliabilityAfter = r } = sample;
  const { n, before, after, change } = pairs;
  if (before.sd === null) return refuse('at least two complete pairs are needed', n);
  if (before.sd === 0) return refuse('scores before do not vary', n);
  if (!(r < 1)) return refuse('the standard error of the difference is zero', n);
  const hageman = method === 'hagemanArrindell';
  if (hageman && !((reliabilityOfDifference(sample) ?? 0) > 0))
    return refuse('changes vary no more than measurement error does', n);
  const indexOf = methods[method]({
    meanBefore: before.mean!,
    meanAfter: after.mean!,
    sd: before.sd,
    r,
    rAfter: reliabilityAfter,
    changeVariance: change.variance!,
  });
  const critical = hageman ? criticalHagemanArrindell : criticalIndex;
  return { computable: true, indexOf, critical, n, method };
}
