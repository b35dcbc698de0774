/** How many people had the same score before and the same score after. */
export type JointCount = {
  readonly before: number;
  readonly after: number;
  readonly count: number;
};

/** Every pair of scores that occurred with its count, sorted; plain data, mergeable. */
export type JointCounts = readonly JointCount[];

/** How many people share a value. */
export type ValueCount = { readonly value: number; readonly count: number };

/** Takes pairs of scores and keeps how often each occurred. */
export type JointCountsGatherer = {
  /** Adds `count` people with this pair, one if not said. */
  add(before: number, after: number, count?: number): void;
  /** Adds everything another table holds. */
  merge(other: JointCounts): void;
  /** The table so far, sorted by before and after. */
  counts(): JointCount[];
};

/**
 * Starts counting (before, after) pairs of an ordinal score. The table stays as small as the
 * scale is short, and rank statistics, classes of change and quantiles follow from it exactly.
 */
export function gatherJointCounts(): JointCountsGatherer {
  const table = new Map<number, Map<number, number>>();

  function add(before: number, after: number, count = 1): void {
    if (!Number.isFinite(before) || !Number.isFinite(after))
      throw new RangeError('add requires finite scores');
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError('add requires a count of zero or more');
    if (count === 0) return;
    const row = table.get(before) ?? new Map<number, number>();
    table.set(before, row);
    row.set(after, (row.get(after) ?? 0) + count);
  }

  function counts(): JointCount[] {
    const found: JointCount[] = [];
    for (const [before, row] of table)
      for (const [after, count] of row) found.push({ before, after, count });
    return found.sort((a, b) => a.before - b.before || a.after - b.after);
  }

  return {
    add,
    merge(other) {
      for (const { before, after, count } of other) add(before, after, count);
    },
    counts,
  };
}

/** The joint counts of pairs already at hand. */
export function jointCountsOf(pairs: Iterable<readonly [number, number]>): JointCount[] {
  const gatherer = gatherJointCounts();
  for (const [before, after] of pairs) gatherer.add(before, after);
  return gatherer.counts();
}

/** Both tables together, as if their people had been pooled first. */
export function mergeJointCounts(a: JointCounts, b: JointCounts): JointCount[] {
  const gatherer = gatherJointCounts();
  gatherer.merge(a);
  gatherer.merge(b);
  return gatherer.counts();
}

/** Adds up the counts of equal values, sorted by value. */
export function countValues(values: Iterable<ValueCount>): ValueCount[] {
  const table = new Map<number, number>();
  for (const { value, count } of values) table.set(value, (table.get(value) ?? 0) + count);
  return [...table]
    .map(([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.value - b.value);
}

/** How often each change (after minus before) occurred. */
export function changeCounts(counts: JointCounts): ValueCount[] {
  return countValues(counts.map(({ before, after, count }) => ({ value: after - before, count })));
}
