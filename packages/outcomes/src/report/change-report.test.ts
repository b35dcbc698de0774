import { describe, expect, test } from 'vitest';
import {
  exampleInstrument,
  exampleScale,
  submissionOf,
  submissionsOf,
  type Course,
} from '../example-data.js';
import { changeReport, type ReportOptions } from './change-report.js';

const seen = {
  type: 'omega',
  value: 0.84,
  population: 'adults',
  source: 'example',
  mark: 'seen',
} as const;
const scale = exampleScale({
  id: 'only',
  items: ['a'],
  range: [0, 20],
  reliability: [seen],
});
const instrument = exampleInstrument([scale]);

function reportOn(
  submissions: Parameters<typeof changeReport>[0],
  options: Partial<ReportOptions> = {},
) {
  return changeReport(submissions, {
    instruments: [instrument],
    programs: [{ id: 'north', name: 'North' }],
    generatedAt: new Date('2026-06-30T08:00:00Z'),
    ...options,
  });
}

/** The first program's results on the first scale. */
function resultOf(courses: readonly Course[], options: Partial<ReportOptions> = {}) {
  const { instruments } = reportOn(submissionsOf(courses, instrument), options);
  return instruments[0]!.scales[0]!.programs[0]!;
}

function times<T>(count: number, value: T): T[] {
  return Array<T>(count).fill(value);
}

// 24 people start, 12 at 4 and 12 at 8. 13 answer again: 12 went from 4 to 6, 7 or 8, one from 8 to 4.
const courses: Course[] = [
  ...times(4, { baseline: 4, '3-months': 6 }),
  ...times(4, { baseline: 4, '3-months': 7 }),
  ...times(4, { baseline: 4, '3-months': 8 }),
  { baseline: 8, '3-months': 4 },
  ...times(11, { baseline: 8 }),
];

test('says when it was made, from which months, and whether the data is made up', () => {
  const submissions = [
    submissionOf(instrument, { a: 1 }, { completedAt: '2026-03-05T10:00:00.000Z' }),
    submissionOf(
      instrument,
      { a: 1 },
      { completedAt: '2025-11-05T10:00:00.000Z', participant: 'P-0002' },
    ),
  ];
  expect(reportOn(submissions, { simulated: true })).toMatchObject({
    generatedAt: '2026-06-30T08:00:00.000Z',
    period: { from: '2025-11', to: '2026-03' },
    simulated: true,
    minimumCell: 11,
    level: 0.95,
  });
});

test('counts who started, who answered again and who was lost', () => {
  const { enrolled, followUps } = resultOf(courses);
  expect(enrolled).toEqual({ withheld: false, count: 24 });
  expect(followUps).toHaveLength(1);
  expect(followUps[0]).toMatchObject({
    timepoint: '3-months',
    followedUp: { withheld: false, count: 13 },
    lost: { withheld: false, count: 11 },
    rate: { from: 13 / 24, to: 13 / 24 },
  });
});

test('gives the mean change of the same people, raw and turned', () => {
  // Changes: four each of 2, 3 and 4, and -4: mean 32 / 13.
  const [higher] = resultOf(courses).followUps;
  const lower = exampleInstrument([{ ...scale, direction: 'lower-is-better' }]);
  const [turned] = reportOn(submissionsOf(courses, lower), { instruments: [lower] }).instruments[0]!
    .scales[0]!.programs[0]!.followUps;
  if (!higher!.change.available || !turned!.change.available) throw new Error('expected a change');
  expect(higher!.change.mean).toBeCloseTo(32 / 13, 12);
  expect(higher!.change.improvement!.mean).toBeCloseTo(32 / 13, 12);
  expect(turned!.change.mean).toBeCloseTo(32 / 13, 12);
  expect(turned!.change.improvement!.mean).toBeCloseTo(-32 / 13, 12);
  expect(turned!.change.improvement!.interval).toEqual({
    low: -turned!.change.interval.high,
    high: -turned!.change.interval.low,
    level: 0.95,
  });
});

test('a scale without a better side has changes and no improvement, and nobody got better or worse', () => {
  const neither = exampleInstrument([{ ...scale, direction: 'neither' }]);
  const [found] = reportOn(submissionsOf(courses, neither), { instruments: [neither] })
    .instruments[0]!.scales[0]!.programs[0]!.followUps;
  expect(found!.change).toMatchObject({ available: true, improvement: null });
  expect(found!.effectSize).toMatchObject({ available: true, improvement: null });
  expect(found!.reliableChange).toEqual({
    available: false,
    reason: 'neither side of this scale is better, so nobody is called better or worse',
  });
});

test('a score whose steps have no size has people and no averages', () => {
  const stages = exampleInstrument([{ ...scale, ordinal: true }]);
  const { start, enrolled, followUps } = reportOn(submissionsOf(courses, stages), {
    instruments: [stages],
  }).instruments[0]!.scales[0]!.programs[0]!;
  expect(enrolled).toEqual({ withheld: false, count: 24 });
  expect(followUps[0]!.followedUp).toEqual({ withheld: false, count: 13 });
  const results = [start, followUps[0]!.later, followUps[0]!.change, followUps[0]!.effectSize];
  expect(results.map(({ available }) => available)).toEqual([false, false, false, false]);
});

test('counts reliable change with the published reliability', () => {
  // SD at the start sqrt(24 x 4 / 23) = 2.043; threshold 1.96 x 2.043 x sqrt(2 x 0.16) = 2.265.
  const [found] = resultOf(courses, { minimumCell: 1 }).followUps;
  expect(found!.reliableChange).toMatchObject({
    available: true,
    n: 13,
    threshold: 2.27,
    people: {
      improved: { count: 8 },
      noReliableChange: { count: 4 },
      worse: { count: 1 },
    },
    reliability: { value: 0.84, type: 'omega', sampleBased: false },
    method: 'Jacobson-Truax',
  });
});

test('gives every statistic the name of its method', () => {
  const [found] = resultOf(courses).followUps;
  const { start, change, effectSize, reliableChange, completersAgainstLost } = found!;
  const methods = [start, change, effectSize, reliableChange, completersAgainstLost].map(
    (result) => (result.available ? result.method : result.reason),
  );
  expect(methods).toEqual([
    'mean, sample standard deviation, t interval',
    'paired t test',
    "Cohen's d_z, noncentral t interval",
    'Jacobson-Truax',
    // Everyone lost had scored 8, so Welch has spread in one group only, and that is enough.
    'Welch t test',
  ]);
});

test('a person who answers later without a start is in no result, and counted apart', () => {
  const late = times(12, { '3-months': 9 });
  const { enrolled, withoutStart, followUps } = resultOf([...courses, ...late]);
  expect(enrolled).toEqual({ withheld: false, count: 24 });
  expect(withoutStart).toEqual({ withheld: false, count: 12 });
  expect(followUps[0]!.followedUp).toEqual({ withheld: false, count: 13 });
});

test('a score that could not be computed counts as not there', () => {
  const missing = times(11, { baseline: 8, '3-months': null });
  const { followUps } = resultOf([...courses.slice(0, 13), ...missing]);
  expect(followUps[0]!.lost).toEqual({ withheld: false, count: 11 });
});

describe('versions and programs', () => {
  const second = { ...instrument, version: '2.0.0' };
  const both = [
    ...submissionsOf(courses, instrument),
    ...submissionsOf(courses.slice(0, 12), second),
  ];

  test('versions are reported apart, and each names the other', () => {
    const { instruments } = reportOn(both, { instruments: [instrument, second] });
    expect(instruments.map(({ version, otherVersions }) => [version, otherVersions])).toEqual([
      ['1.0.0', ['2.0.0']],
      ['2.0.0', ['1.0.0']],
    ]);
    expect(instruments.map(({ scales }) => scales[0]!.programs[0]!.enrolled)).toEqual([
      { withheld: false, count: 24 },
      { withheld: false, count: 12 },
    ]);
  });

  test('instruments that look alike are reported apart, and each names the other with the reason', () => {
    const alike = {
      ...instrument,
      id: 'alike',
      name: 'An instrument like it',
      neverPoolWith: [{ instrument: 'example', why: 'Coded the other way round' }],
    };
    const { instruments } = reportOn(
      [...submissionsOf(courses, instrument), ...submissionsOf(courses, alike)],
      { instruments: [instrument, alike] },
    );
    expect(instruments.map(({ id, neverPooledWith }) => [id, neverPooledWith])).toEqual([
      ['example', [{ name: 'An instrument like it', why: 'Coded the other way round' }]],
      ['alike', [{ name: 'Example instrument', why: 'Coded the other way round' }]],
    ]);
  });

  test('a score that its instrument cannot give is of another metric, and is in no number', () => {
    const beyond = times(12, { baseline: 45, '3-months': 40 });
    const report = reportOn(submissionsOf([...courses, ...beyond], instrument));
    const { enrolled } = report.instruments[0]!.scales[0]!.programs[0]!;
    expect(enrolled).toEqual({ withheld: false, count: 24 });
    expect(report.otherMetric).toEqual({ withheld: false, count: 24 });
    expect(reportOn(submissionsOf(courses, instrument)).otherMetric).toEqual({
      withheld: false,
      count: 0,
    });
  });

  test('two definitions of one version are refused: their scores could be of two metrics', () => {
    const turned = exampleInstrument([{ ...scale, direction: 'lower-is-better' }]);
    expect(() => reportOn([], { instruments: [instrument, turned] })).toThrow(
      'changeReport requires one definition for each instrument version',
    );
  });

  test('a version without a definition is left out, and named', () => {
    const { instruments, leftOut } = reportOn(both);
    expect(instruments).toHaveLength(1);
    expect(leftOut).toEqual([{ instrument: 'example', version: '2.0.0' }]);
  });

  test('programs stand in the order given, then those without a name, by id', () => {
    const submissions = ['west', 'south', 'east', 'north'].flatMap((program) =>
      submissionsOf(courses, instrument, program),
    );
    const programs = [
      { id: 'south', name: 'South' },
      { id: 'north', name: 'North' },
    ];
    const report = reportOn(submissions, { programs });
    const names = report.instruments[0]!.scales[0]!.programs.map(({ program }) => program.name);
    expect(names).toEqual(['South', 'North', 'east', 'west']);
  });
});

describe('the timepoint of the summary', () => {
  function primaryOf(followUps: readonly (readonly [string, number])[], options = {}) {
    const people = Array.from({ length: 60 }, (_, person) =>
      Object.fromEntries([
        ['baseline', person % 7],
        ...followUps.flatMap(([timepoint, count]) => (person < count ? [[timepoint, 3]] : [])),
      ]),
    ) as Course[];
    return reportOn(submissionsOf(people, instrument), options).instruments[0]!.scales[0]!
      .primaryTimepoint;
  }

  test.each([
    {
      followUps: [
        ['3-months', 40],
        ['6-months', 30],
        ['12-months', 20],
      ],
      primary: '12-months',
    },
    {
      followUps: [
        ['3-months', 40],
        ['6-months', 30],
        ['12-months', 19],
      ],
      primary: '6-months',
    },
    {
      followUps: [
        ['3-months', 40],
        ['6-months', 10],
      ],
      primary: '3-months',
    },
    { followUps: [['3-months', 10]], primary: null },
    { followUps: [], primary: null },
  ] as const)('of $followUps it is $primary', ({ followUps, primary }) => {
    expect(primaryOf(followUps)).toBe(primary);
  });

  test('a timepoint that was named beforehand wins', () => {
    const followUps = [
      ['3-months', 40],
      ['12-months', 30],
    ] as const;
    expect(primaryOf(followUps, { primaryTimepoint: '3-months' })).toBe('3-months');
  });
});

describe('what cannot be computed says why', () => {
  test('the same change for everybody has no interval', () => {
    const [found] = resultOf(times(12, { baseline: 3, '3-months': 4 })).followUps;
    expect(found!.change).toEqual({
      available: false,
      reason: 'everyone changed by the same amount',
    });
    expect(found!.start).toMatchObject({ available: true, mean: 3, sd: 0, interval: null });
    expect(found!.reliableChange).toEqual({
      available: false,
      reason: 'all scores at the start are the same',
    });
  });

  test('no submissions make an empty report', () => {
    expect(reportOn([])).toMatchObject({ instruments: [], period: null });
  });

  test('nobody answered again', () => {
    const result = resultOf(times(12, { baseline: 3 }));
    expect(result.followUps).toEqual([]);
    expect(result.summary).toBe(
      '12 people answered at the start. Nobody has answered again yet, so there is no change to report.',
    );
  });
});

test.each([
  [{ minimumCell: 0 }, 'changeReport requires a minimumCell of at least 1'],
  [{ level: 1 }, 'changeReport requires 0 < level < 1'],
])('refuses %o', (options, message) => {
  expect(() => reportOn([], options)).toThrow(new RangeError(message));
});

test('changes nothing that is handed in, and the order of submissions makes no difference', () => {
  const submissions = Object.freeze(
    submissionsOf(courses, instrument).map((s) => Object.freeze(s)),
  );
  expect(reportOn([...submissions].reverse())).toEqual(reportOn(submissions));
});
