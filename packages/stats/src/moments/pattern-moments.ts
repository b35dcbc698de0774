import { gatherMoments, type Moments, type MomentsGatherer } from './moments.js';

/** The moments of everybody in one group who was seen at the same timepoints. */
export type PatternMoments = {
  readonly group: string;
  /** One character per timepoint, `1` seen and `0` not seen: `1011`. */
  readonly pattern: string;
  /** Columns are the seen timepoints in order. */
  readonly moments: Moments;
};

/** Takes people one by one and keeps their moments by group and pattern. */
export type PatternGatherer = {
  /** Adds one person's scores in order of timepoint; `null` where there is none. */
  add(group: string, scores: readonly (number | null)[]): void;
  /** Adds everything another summary holds. */
  merge(other: readonly PatternMoments[]): void;
  /** The moments so far, sorted by group and pattern. */
  patterns(): PatternMoments[];
};

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Where somebody was seen, as the text `PatternMoments` use. */
export function patternOf(scores: readonly (number | null)[]): string {
  return scores.map((score) => (score === null ? '0' : '1')).join('');
}

/**
 * Starts gathering moments per group and pattern of timepoints seen: all that mixed models and
 * paired comparisons need, in memory that grows with groups and patterns, not with people.
 */
export function gatherPatterns(timepoints: number): PatternGatherer {
  const groups = new Map<string, Map<string, MomentsGatherer>>();

  function gathererOf(group: string, pattern: string): MomentsGatherer {
    if (pattern.length !== timepoints)
      throw new RangeError(`gatherPatterns requires ${timepoints} timepoints for every person`);
    const patterns = groups.get(group) ?? new Map<string, MomentsGatherer>();
    groups.set(group, patterns);
    const known = patterns.get(pattern) ?? gatherMoments(pattern.replaceAll('0', '').length);
    patterns.set(pattern, known);
    return known;
  }

  function patterns(): PatternMoments[] {
    const found: PatternMoments[] = [];
    for (const [group, known] of groups)
      for (const [pattern, gatherer] of known)
        found.push({ group, pattern, moments: gatherer.moments() });
    return found.sort((a, b) => order(a.group, b.group) || order(a.pattern, b.pattern));
  }

  return {
    add(group, scores) {
      const seen = scores.filter((score) => score !== null);
      gathererOf(group, patternOf(scores)).add(seen);
    },
    merge(other) {
      for (const { group, pattern, moments } of other) gathererOf(group, pattern).merge(moments);
    },
    patterns,
  };
}

/** Both summaries together, as if their people had been pooled first. */
export function mergePatterns(
  a: readonly PatternMoments[],
  b: readonly PatternMoments[],
): PatternMoments[] {
  const timepoints = (a[0] ?? b[0])?.pattern.length ?? 0;
  const gatherer = gatherPatterns(timepoints);
  gatherer.merge(a);
  gatherer.merge(b);
  return gatherer.patterns();
}
