import { addExactly, productRest } from '../moments/long-sum.js';
import type { PatternMoments } from '../moments/index.js';

/** Rows by columns: whose they are, as small whole numbers, and the score; `NaN` is missing. */
export type ScoreRows = {
  /** Number of the person; all rows of one person stand together. */
  readonly person: ArrayLike<number>;
  /** Place of the person's group among the groups. */
  readonly group: ArrayLike<number>;
  /** Place of the timepoint. */
  readonly timepoint: ArrayLike<number>;
  readonly score: ArrayLike<number>;
};

/** Takes scores as they come and keeps only their moments; see `gatherScores`. */
export type ScoreGatherer = {
  /** Adds one person's scores in the order of the timepoints; `NaN` is missing. */
  addPerson(group: number, scores: ArrayLike<number>): void;
  /** Adds rows; a person's rows may go on in the next call. */
  addRows(rows: ScoreRows): void;
  /** The moments so far. */
  patterns(): PatternMoments[];
};

/** Sums of one group's people with one pattern, as distances from the first of them. */
type Sums = {
  readonly group: number;
  readonly pattern: number;
  readonly origin: Float64Array;
  readonly sums: Float64Array;
  count: number;
};

/** The moments of the scores themselves, from those of their distances. */
function momentsOfSums({ count, origin, sums: distances }: Sums): PatternMoments['moments'] {
  const width = origin.length;
  const sums: number[] = [];
  const carries: number[] = [];
  for (let place = 0; place < distances.length; place += 1) {
    sums.push(distances[place]!);
    carries.push(0);
  }
  /** Adds `factor * (a * b)` exactly. */
  const add = (place: number, factor: number, a: number, b: number) => {
    const product = a * b;
    const rest = productRest(factor, product) + factor * productRest(a, b);
    addExactly(sums, carries, place, factor * product, rest);
  };
  let place = width;
  for (let a = 0; a < width; a += 1) {
    add(a, 1, count, origin[a]!);
    for (let b = 0; b <= a; b += 1) {
      add(place, 1, origin[a]!, distances[b]!);
      add(place, 1, origin[b]!, distances[a]!);
      add(place, count, origin[a]!, origin[b]!);
      place += 1;
    }
  }
  return { width, n: count, sums, carries };
}

/**
 * Starts gathering scores of many people by group and pattern of timepoints: the fast way from rows
 * in typed arrays to the moments that `fitRepeatedMeasures` and `fitMixedModelFromMoments` read.
 * One pass; memory grows with groups and patterns, and by one byte for each person of `addRows`.
 * Moments of parts, days or machines are put together with `mergePatterns`. Up to 30 timepoints.
 */
export function gatherScores(timepoints: number, groups: readonly string[]): ScoreGatherer {
  if (!(timepoints >= 1 && timepoints <= 30))
    throw new RangeError('gatherScores requires 1 to 30 timepoints');
  const cells: Sums[] = [];
  const places = new Int32Array(timepoints);
  const distances = new Float64Array(timepoints);
  const pending = new Float64Array(timepoints).fill(NaN);
  let pendingPerson = -1;
  let pendingGroup = -1;
  let finished = new Uint8Array(1024);

  function start(group: number, pattern: number, width: number, scores: ArrayLike<number>): Sums {
    if (groups[group] === undefined)
      throw new RangeError('gatherScores requires the place of a group');
    const origin = Float64Array.from({ length: width }, (_, a) => scores[places[a]!]!);
    const sums = new Float64Array(width + (width * (width + 1)) / 2);
    return { group, pattern, origin, sums, count: 1 };
  }

  function addPerson(group: number, scores: ArrayLike<number>): void {
    let pattern = 0;
    let width = 0;
    for (let t = 0; t < timepoints; t += 1)
      if (!Number.isNaN(scores[t]!)) {
        pattern |= 1 << t;
        places[width] = t;
        width += 1;
      }
    if (width === 0) return;
    const key = group * 2 ** timepoints + pattern;
    const cell = cells[key];
    if (!cell) {
      cells[key] = start(group, pattern, width, scores);
      return;
    }
    const { origin, sums } = cell;
    cell.count += 1;
    let place = width;
    for (let a = 0; a < width; a += 1) {
      const own = scores[places[a]!]! - origin[a]!;
      distances[a] = own;
      sums[a]! += own;
      for (let b = 0; b <= a; b += 1) {
        sums[place]! += own * distances[b]!;
        place += 1;
      }
    }
  }

  function finish(): void {
    if (pendingPerson < 0) return;
    addPerson(pendingGroup, pending);
    pending.fill(NaN);
    finished[pendingPerson] = 1;
    pendingPerson = -1;
  }

  function begin(person: number, group: number): void {
    finish();
    if (person >= finished.length) {
      const larger = new Uint8Array(2 ** Math.ceil(Math.log2(person + 1)));
      larger.set(finished);
      finished = larger;
    }
    if (!(person >= 0) || finished[person] === 1)
      throw new RangeError('addRows requires all rows of a person together');
    pendingPerson = person;
    pendingGroup = group;
  }

  function addRows({ person, group, timepoint, score }: ScoreRows): void {
    let current = pendingPerson;
    for (let i = 0; i < score.length; i += 1) {
      const who = person[i]!;
      if (who !== current) {
        begin(who, group[i]!);
        current = who;
      }
      const t = timepoint[i]!;
      if (!(t >= 0 && t < timepoints) || group[i] !== pendingGroup)
        throw new RangeError(
          'addRows requires one group for a person and the place of a timepoint',
        );
      if (!Number.isNaN(pending[t]!))
        throw new RangeError('addRows requires one score for a person and timepoint');
      pending[t] = score[i]!;
    }
  }

  function patterns(): PatternMoments[] {
    finish();
    const names = new Map<number, string>();
    const nameOf = (pattern: number) => {
      const name = Array.from({ length: timepoints }, (_, t) => (pattern >> t) & 1).join('');
      names.set(pattern, name);
      return name;
    };
    return Object.values(cells)
      .sort((a, b) => a.group - b.group || b.pattern - a.pattern)
      .map((cell) => ({
        group: groups[cell.group]!,
        pattern: names.get(cell.pattern) ?? nameOf(cell.pattern),
        moments: momentsOfSums(cell),
      }));
  }

  return { addPerson, addRows, patterns };
}
