import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exampleInstrument,
  exampleScale,
  submissionOf,
  submissionsOf,
  type Course,
} from '../example-data.js';
import { changeReport } from './change-report.js';
import { bounds, type Count } from './count.js';
import type { ProgramResult, Report } from './report.js';

const minimumCell = 11;
const scale = exampleScale({
  id: 'only',
  items: ['a'],
  reliability: [
    { type: 'alpha', value: 0.8, population: 'adults', source: 'example', mark: 'seen' },
  ],
});
const instrument = exampleInstrument([scale]);
const later = ['3-months', '6-months'] as const;

function reportOn(courses: readonly Course[]): Report {
  return changeReport(submissionsOf(courses, instrument), {
    instruments: [instrument],
    programs: [],
    generatedAt: new Date('2026-01-01'),
  });
}

function resultOf(courses: readonly Course[]): ProgramResult | undefined {
  return reportOn(courses).instruments[0]?.scales[0]?.programs[0];
}

// Programs of a size at which something is often small: who starts, who answers when, how it went.
const score = fc.integer({ min: 0, max: 4 });
const someScore = fc.option(score, { nil: undefined, freq: 4 });
const course = fc
  .tuple(fc.option(score, { nil: undefined, freq: 12 }), someScore, someScore)
  .map(([baseline, first, second]) =>
    Object.fromEntries(
      Object.entries({ baseline, [later[0]]: first, [later[1]]: second }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  ) as fc.Arbitrary<Course>;
const program = fc
  .array(course, { minLength: 1, maxLength: 48, size: 'max' })
  .filter((courses) => courses.some((one) => Object.keys(one).length > 0));

/** Every number in a value with the names that lead to it. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, `${path}.${name}`));
}

test('no number of people from 1 to 10 is in the report, and no number is not a number', () => {
  fc.assert(
    fc.property(program, (courses) => {
      for (const [path, number] of numbersIn(reportOn(courses).instruments)) {
        expect(Number.isFinite(number), path).toBe(true);
        if (/\.(?:n|count)$/.test(path))
          expect(number === 0 || number >= minimumCell, path).toBe(true);
        if (path.endsWith('.df') && !path.includes('completers'))
          expect(number, path).toBeGreaterThanOrEqual(minimumCell - 1);
      }
    }),
    { numRuns: 300 },
  );
});

test('a count that is given as a range lies in it, and the range leaves ten or more to choose from', () => {
  const wide = (count: Count, truth: number) => {
    const [low, high] = bounds(count);
    expect(truth).toBeGreaterThanOrEqual(low);
    expect(truth).toBeLessThanOrEqual(high);
    if (count.withheld) expect(high - low).toBeGreaterThanOrEqual(minimumCell - 2);
  };
  fc.assert(
    fc.property(program, (courses) => {
      const result = resultOf(courses)!;
      const enrolled = courses.filter((person) => person['baseline'] !== undefined);
      wide(result.enrolled, enrolled.length);
      for (const { timepoint, followedUp, lost } of result.followUps) {
        const n = enrolled.filter((person) => person[timepoint] !== undefined).length;
        wide(followedUp, n);
        wide(lost, enrolled.length - n);
      }
    }),
    { numRuns: 300 },
  );
});

/** Every way the numbers of people can be that fits what is published, by brute force. */
function worldsFor({ enrolled, followUps }: ProgramResult): number[][] {
  const [first, second] = followUps;
  const worlds: number[][] = [];
  const upTo = (count: Count | undefined) => {
    const [low, high] = count ? bounds(count) : [0, 0];
    return Array.from({ length: high - low + 1 }, (_, i) => low + i);
  };
  const fits = (count: Count | undefined, n: number) =>
    !count || (n >= bounds(count)[0] && n <= bounds(count)[1]);
  for (const all of upTo(enrolled))
    for (const a of upTo(first?.followedUp))
      for (const b of upTo(second?.followedUp))
        if (a <= all && b <= all && fits(first?.lost, all - a) && fits(second?.lost, all - b))
          worlds.push([all, a, b, all - a, all - b]);
  return worlds;
}

test('enrolled, followed up and lost together pin no count of 1 to 10', () => {
  fc.assert(
    fc.property(program, (courses) => {
      const result = resultOf(courses)!;
      const worlds = worldsFor(result);
      const places = [0, ...result.followUps.flatMap((_, i) => [1 + i, 3 + i])];
      for (const place of places) {
        const values = new Set(worlds.map((world) => world[place]!));
        const low = Math.min(...values);
        const high = Math.max(...values);
        if (low === high) expect(low === 0 || low >= minimumCell, `number ${place}`).toBe(true);
        else expect(values.size, `number ${place}`).toBeGreaterThanOrEqual(minimumCell - 1);
      }
    }),
    { numRuns: 200 },
  );
});

describe('numbers that would tell a count are withheld with it', () => {
  // 20 start, 15 answer again: 5 lost, so how many started is not shown.
  const courses: Course[] = Array.from({ length: 20 }, (_, i) =>
    i < 15 ? { baseline: i % 5, '3-months': (i * 2) % 5 } : { baseline: i % 5 },
  );
  const result = resultOf(courses)!;

  test('the mean at the start of everyone enrolled, and those lost', () => {
    expect(result.enrolled).toEqual({ withheld: true, from: 15, to: 25 });
    expect(result.start.available).toBe(false);
    expect(result.followUps[0]!.completersAgainstLost.available).toBe(false);
  });

  test('the results of those who answered again stay', () => {
    const [found] = result.followUps;
    expect(found!.change).toMatchObject({ available: true, n: 15 });
    expect(found!.start).toMatchObject({ available: true, n: 15 });
    expect(found!.effectSize.available).toBe(true);
  });

  test('the threshold is too coarse to find the number of scores it was computed from', () => {
    const { reliableChange } = result.followUps[0]!;
    if (!reliableChange.available) throw new Error('expected reliable change');
    const sd = (threshold: number) => threshold / (1.96 * Math.sqrt(2 * (1 - 0.8)));
    const step = 0.005;
    // Scores are whole numbers, so n squares minus the squared sum must be one too.
    const candidates = Array.from({ length: 11 }, (_, i) => 15 + i).filter((n) => {
      const ends = [reliableChange.threshold - step, reliableChange.threshold + step];
      const [low, high] = ends.map((end) => sd(end) ** 2 * n * (n - 1)) as [number, number];
      return Math.floor(high) >= Math.ceil(low);
    });
    expect(candidates.length).toBeGreaterThanOrEqual(10);
  });
});

test('sums of a total and its parts do not give one person away', () => {
  const parts = [
    exampleScale({ id: 'first', items: ['a'] }),
    exampleScale({ id: 'second', items: ['b'] }),
    exampleScale({ id: 'total', items: ['a', 'b'] }),
  ];
  const whole = exampleInstrument(parts);
  // One of forty leaves b blank: 40 have the first score, 39 the second and the total.
  const submissions = Array.from({ length: 40 }, (_, i) =>
    submissionOf(whole, { a: i % 5, b: i === 7 ? 'skipped' : 2 }, { participant: `P-${1000 + i}` }),
  );
  const report = changeReport(submissions, {
    instruments: [whole],
    programs: [],
    generatedAt: new Date('2026-01-01'),
  });
  const { scales, missingAnswers } = report.instruments[0]!;
  expect(scales.map(({ programs }) => programs[0]!.enrolled)).toEqual(
    Array(3).fill({ withheld: false, count: 39 }),
  );
  expect(missingAnswers[0]!.answers.skipped).toEqual({ withheld: true, from: 1, to: 10 });
});
