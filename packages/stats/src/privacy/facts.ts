/** A count by its name, times a weight. */
export type Term = { readonly count: string; readonly weight: number };

/** Something known: `low` <= sum of terms <= `high`. Counts are whole and zero or more. */
export type Fact = { readonly terms: readonly Term[]; readonly low: number; readonly high: number };

const plain = (counts: readonly string[], weight = 1): Term[] =>
  counts.map((count) => ({ count, weight }));

/** A shown sum of counts: a single count, a total, or a total in an earlier release. */
export function shownSum(counts: readonly string[], value: number): Fact[] {
  return [{ terms: plain(counts), low: value, high: value }];
}

/** What everybody knows: the second sum is at least the first, as in a later, fuller release. */
export function atLeastAsMany(fewer: readonly string[], more: readonly string[]): Fact[] {
  return [{ terms: [...plain(more), ...plain(fewer, -1)], low: 0, high: Infinity }];
}

/**
 * A shown ratio of two sums, rounded to `decimals`: a percentage is a ratio times 100. The true
 * ratio lies within half a unit of the last digit, so two linear facts hold.
 */
export function shownRatio(
  parts: readonly string[],
  wholes: readonly string[],
  {
    value,
    decimals,
    times = 1,
  }: { readonly value: number; readonly decimals: number; readonly times?: number },
): Fact[] {
  const half = 0.5 * 10 ** -decimals;
  const side = (ratio: number) => [...plain(parts, times), ...plain(wholes, -ratio)];
  return [
    { terms: side(value - half), low: 0, high: Infinity },
    { terms: side(value + half), low: -Infinity, high: 0 },
  ];
}

/** A shown percentage of `wholes` that are `parts`, rounded to `decimals`. */
export function shownPercentage(
  parts: readonly string[],
  wholes: readonly string[],
  { value, decimals }: { readonly value: number; readonly decimals: number },
): Fact[] {
  return shownRatio(parts, wholes, { value, decimals, times: 100 });
}

/**
 * A shown mean of whole scores, rounded to `decimals`: the sum of scores, an unknown whole number
 * of its own, over the count. Mean times n is how a hidden n is worked out; a mean with many
 * decimals gives it away alone.
 */
export function shownMean(
  scoreSum: string,
  count: string,
  { value, decimals }: { readonly value: number; readonly decimals: number },
): Fact[] {
  return shownRatio([scoreSum], [count], { value, decimals });
}
