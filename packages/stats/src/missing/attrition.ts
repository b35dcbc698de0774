import type { PatternMoments } from '../moments/index.js';

/** How many of a group were seen at one timepoint. */
export type AttritionCell = {
  /** Place of the timepoint, 0 for the first. */
  readonly timepoint: number;
  readonly seen: number;
  readonly missing: number;
  /** Seen both here and at the first timepoint. */
  readonly paired: number;
  /** Share of everybody in the group who was seen here; `null` for an empty group. */
  readonly share: number | null;
};

/** One group's row of the attrition table. */
export type AttritionRow = {
  readonly group: string;
  readonly people: number;
  readonly cells: readonly AttritionCell[];
};

function cellOf(
  patterns: readonly PatternMoments[],
  timepoint: number,
  people: number,
): AttritionCell {
  let seen = 0;
  let paired = 0;
  for (const { pattern, moments } of patterns) {
    if (pattern[timepoint] !== '1') continue;
    seen += moments.n;
    if (pattern[0] === '1') paired += moments.n;
  }
  return {
    timepoint,
    seen,
    missing: people - seen,
    paired,
    share: people > 0 ? seen / people : null,
  };
}

/**
 * Who was seen when, per group, from the same pattern moments the models use. Show it beside every
 * change: a change among those who stayed says nothing of those who left.
 */
export function attritionTable(patterns: readonly PatternMoments[]): AttritionRow[] {
  const groups = [...new Set(patterns.map(({ group }) => group))];
  return groups.map((group) => {
    const own = patterns.filter((one) => one.group === group);
    const people = own.reduce((sum, { moments }) => sum + moments.n, 0);
    const cells = [...own[0]!.pattern].map((_, place) => cellOf(own, place, people));
    return { group, people, cells };
  });
}
