import { standardErrorOfDifference } from '../reliability/measurement-error.js';
import { refuse, type Result } from '../result.js';

/** 1 when higher scores are better, -1 when lower scores are better. */
export type Direction = 1 | -1;

/** What a change beyond measurement error means; the middle one is not a proof of no change. */
export type ReliableChange = 'improved' | 'no reliable change' | 'worse';

/** The spread and reliability a change is measured against. */
export type MeasurementError = { readonly sd: number; readonly reliability: number };

/** One person's change in units of its standard error. */
export type ReliableChangeIndex = {
  /** (after - before) / standard error of the difference; raw sign. */
  readonly index: number;
  readonly change: number;
  readonly standardErrorOfDifference: number;
  readonly method: 'Jacobson-Truax';
};

/** The critical value of the index that Jacobson and Truax print: 1.96, not the longer quantile. */
export const criticalIndex = 1.96;

/**
 * The reliable change index: (after - before) / (sd sqrt(2 (1 - reliability))).
 *
 * Jacobson and Truax 1991, with the correction of Christensen and Mendoza 1986 (the error of two
 * scores, not of one). `sd` is the sample standard deviation before, or a published reference
 * value; `reliability` belongs to the same scale. Refused when the error is zero.
 */
export function reliableChangeIndex({
  before,
  after,
  sd,
  reliability,
}: {
  readonly before: number;
  readonly after: number;
} & MeasurementError): Result<ReliableChangeIndex> {
  const error = standardErrorOfDifference(sd, reliability);
  if (error === 0) return refuse('the standard error of the difference is zero', 1);
  const change = after - before;
  return {
    computable: true,
    index: change / error,
    change,
    standardErrorOfDifference: error,
    method: 'Jacobson-Truax',
  };
}

/** The change a score must exceed to count as reliable: 1.96 sd sqrt(2 (1 - reliability)). */
export function reliableChangeThreshold(
  { sd, reliability }: MeasurementError,
  { critical = criticalIndex } = {},
): number {
  return critical * standardErrorOfDifference(sd, reliability);
}

/**
 * Names an index: improved or worse only when it lies strictly beyond the critical value.
 * A change exactly at the threshold is no reliable change.
 */
export function classifyIndex(
  index: number,
  direction: Direction,
  { critical = criticalIndex } = {},
): ReliableChange {
  const turned = direction * index;
  if (turned > critical) return 'improved';
  if (turned < -critical) return 'worse';
  return 'no reliable change';
}

/**
 * The Jacobson-Truax class of one person's change; `direction` says which way is better.
 * Refused when the measurement error is zero: then every change would count.
 */
export function classifyReliableChange(
  input: { readonly before: number; readonly after: number } & MeasurementError & {
      readonly direction: Direction;
    },
  { critical = criticalIndex } = {},
): Result<{ readonly outcome: ReliableChange; readonly index: number }> {
  const found = reliableChangeIndex(input);
  if (!found.computable) return found;
  const outcome = classifyIndex(found.index, input.direction, { critical });
  return { computable: true, outcome, index: found.index };
}
