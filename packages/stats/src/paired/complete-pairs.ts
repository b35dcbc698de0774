/** One person's value at baseline and at follow-up. */
export type Pair = readonly [before: number, after: number];

/** The people seen at both timepoints, and how many were seen at each. */
export type CompletePairs = {
  readonly pairs: readonly Pair[];
  readonly nBefore: number;
  readonly nAfter: number;
  /** Share of those with a baseline who also have a follow-up; `null` without a baseline. */
  readonly followUpRate: number | null;
};

/**
 * Keeps the people with both values. `before[i]` and `after[i]` belong to one person and `null` is
 * a missing value; nobody's missing value is replaced. R: `complete.cases(before, after)`.
 */
export function completePairs(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
): CompletePairs {
  if (before.length !== after.length) {
    throw new RangeError('completePairs requires as many values before as after');
  }
  const pairs: Pair[] = [];
  before.forEach((first, person) => {
    const second = after[person] ?? null;
    if (first !== null && second !== null) pairs.push([first, second]);
  });
  const nBefore = before.filter((value) => value !== null).length;
  const nAfter = after.filter((value) => value !== null).length;
  return { pairs, nBefore, nAfter, followUpRate: nBefore === 0 ? null : pairs.length / nBefore };
}

/** Follow-up minus baseline of each pair, in the raw direction of the score. */
export function changesOf(pairs: readonly Pair[]): number[] {
  return pairs.map(([before, after]) => after - before);
}
