import { describeMoments, type Description } from './describe-moments.js';
import { countValues, type JointCounts, type ValueCount } from './joint-counts.js';
import { addExactly, productRest } from './long-sum.js';
import type { Moments } from './moments.js';

/** What a set of scores looks like; `null` where there are too few values or no spread. */
export type ValueDescription = Description & {
  readonly sum: number;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** First quartile, type 7 as in R and spreadsheets. */
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  /** Median distance from the median, not scaled to a standard deviation. */
  readonly medianDeviation: number | null;
  /** Bias-adjusted skewness G1, as in SAS and SPSS; needs three values. */
  readonly skewness: number | null;
  /** Bias-adjusted excess kurtosis G2; needs four values. */
  readonly kurtosis: number | null;
};

/** The moments of values known by how often each occurred, exact as if they had been added singly. */
export function momentsOfCounts(counts: Iterable<ValueCount>): Moments {
  const sums = [0, 0];
  const carries = [0, 0];
  let n = 0;
  for (const { value, count } of counts) {
    n += count;
    addExactly(sums, carries, 0, count * value, productRest(count, value));
    const square = value * value;
    const rest = productRest(count, square) + count * productRest(value, value);
    addExactly(sums, carries, 1, count * square, rest);
  }
  return { width: 1, n, sums, carries };
}

/** How often each score before (`side` 0) or after (`side` 1) occurred. */
export function sideCounts(counts: JointCounts, side: 0 | 1): ValueCount[] {
  return countValues(
    counts.map(({ before, after, count }) => ({ value: side === 0 ? before : after, count })),
  );
}

/**
 * A quantile of sorted counts, type 7 of Hyndman and Fan 1996: the value at place (n - 1) p, between
 * two values in proportion. In R: `quantile(x, p)`.
 */
export function quantileOfCounts(sorted: readonly ValueCount[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError('quantileOfCounts requires 0 <= p <= 1');
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const place = (n - 1) * p;
  const below = Math.floor(place);
  const low = valueAt(sorted, below);
  if (place === below) return low;
  return low + (place - below) * (valueAt(sorted, below + 1) - low);
}

function valueAt(sorted: readonly ValueCount[], place: number): number {
  let before = 0;
  for (const { value, count } of sorted) {
    before += count;
    if (place < before) return value;
  }
  throw new RangeError('valueAt requires a place below the number of values');
}

function shapeOf(counts: readonly ValueCount[], { n, mean, sumSquares }: Description) {
  const spread = Math.sqrt(sumSquares / n);
  if (mean === null || !(spread > 0)) return { skewness: null, kurtosis: null };
  const meanPower = (power: number) =>
    counts.reduce((sum, one) => sum + one.count * ((one.value - mean) / spread) ** power, 0) / n;
  const g1 = meanPower(3);
  const g2 = meanPower(4) - 3;
  return {
    skewness: n < 3 ? null : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
  };
}

/**
 * Describes scores from how often each occurred: the row of a report before any test. Works from the
 * margins of joint counts, so a hundred million people cost no more than the scale is long.
 * Skewness and kurtosis as Joanes and Gill 1998, type 2. In R: `mean`, `sd`, `quantile`,
 * `mad(constant = 1)`, `e1071::skewness(type = 2)`.
 */
export function describeValues(values: Iterable<ValueCount>): ValueDescription {
  const counts = countValues(values);
  const moments = momentsOfCounts(counts);
  const described = describeMoments(moments);
  const median = quantileOfCounts(counts, 0.5);
  const away = counts.map(({ value, count }) => ({
    value: Math.abs(value - (median ?? 0)),
    count,
  }));
  return {
    ...described,
    sum: moments.sums[0]! + moments.carries[0]!,
    lowest: counts[0]?.value ?? null,
    highest: counts.at(-1)?.value ?? null,
    q1: quantileOfCounts(counts, 0.25),
    median,
    q3: quantileOfCounts(counts, 0.75),
    medianDeviation: quantileOfCounts(countValues(away), 0.5),
    ...shapeOf(counts, described),
  };
}
