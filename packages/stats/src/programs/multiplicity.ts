/** A p-value, or `null` where a test could not be computed. */
export type MaybeP = number | null;

/** Adjusted p-values in the order given; what could not be computed stays `null`. */
export type AdjustedPs = {
  readonly p: readonly MaybeP[];
  /** How many tests the adjustment counted. */
  readonly tests: number;
  /** How many it left out because they could not be computed. */
  readonly skipped: number;
  readonly method: MultiplicityMethod;
};

/** Turns p-values sorted upwards into adjusted ones. */
type Adjust = (sorted: readonly number[]) => number[];

const runningMax = (values: readonly number[]): number[] => {
  let largest = 0;
  return values.map((value) => (largest = Math.max(largest, value)));
};

const runningMinFromEnd = (values: readonly number[]): number[] => {
  let smallest = Infinity;
  return values
    .toReversed()
    .map((value) => (smallest = Math.min(smallest, value)))
    .toReversed();
};

const harmonic = (n: number) => {
  let sum = 0;
  for (let i = 1; i <= n; i += 1) sum += 1 / i;
  return sum;
};

const bonferroni: Adjust = (p) => p.map((value) => value * p.length);
const holm: Adjust = (p) => runningMax(p.map((value, i) => value * (p.length - i)));
const hochberg: Adjust = (p) => runningMinFromEnd(p.map((value, i) => value * (p.length - i)));
const stepUp = (p: readonly number[], factor: number) =>
  runningMinFromEnd(p.map((value, i) => ((factor * p.length) / (i + 1)) * value));
const benjaminiHochberg: Adjust = (p) => stepUp(p, 1);
const benjaminiYekutieli: Adjust = (p) => stepUp(p, harmonic(p.length));

const adjustments = { bonferroni, holm, hochberg, benjaminiHochberg, benjaminiYekutieli } as const;

/** How p-values are adjusted for being many. */
export type MultiplicityMethod = keyof typeof adjustments;

/**
 * Adjusts p-values of many programs for being many.
 *
 * Holm 1979 and Bonferroni keep the chance of any false claim below the level; Hochberg 1988 does
 * so for independent tests; Benjamini-Hochberg 1995 keeps the share of false claims below it,
 * Benjamini-Yekutieli 2001 under any dependence. What is `null` does not count as a test: the
 * result says how many were skipped. In R: `p.adjust(p, method)`.
 */
export function adjustPs(p: readonly MaybeP[], method: MultiplicityMethod): AdjustedPs {
  for (const value of p)
    if (value !== null && !(value >= 0 && value <= 1))
      throw new RangeError('adjustPs requires p-values between 0 and 1');
  const places = p.map((_, place) => place).filter((place) => p[place] !== null);
  places.sort((a, b) => p[a]! - p[b]!);
  const adjusted = adjustments[method](places.map((place) => p[place]!));
  const found: MaybeP[] = p.map(() => null);
  places.forEach((place, i) => (found[place] = Math.min(1, adjusted[i]!)));
  return { p: found, tests: places.length, skipped: p.length - places.length, method };
}
