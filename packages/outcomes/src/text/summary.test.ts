import type { Submission } from '@waymark/model';
import { describe, expect, test } from 'vitest';
import { exampleInstrument, exampleScale, submissionsOf, type Course } from '../example-data.js';
import { changeReport } from '../report/change-report.js';

const scale = exampleScale({
  id: 'only',
  items: ['a'],
  range: [0, 20],
  reliability: [
    { type: 'alpha', value: 0.9, population: 'adults', source: 'example', mark: 'seen' },
  ],
});

function summaryOf(courses: readonly Course[], changes: Partial<typeof scale> = {}): string {
  const instrument = exampleInstrument([{ ...scale, ...changes }]);
  const { instruments } = changeReport(submissionsOf(courses, instrument), {
    instruments: [instrument],
    programs: [],
    generatedAt: new Date('2026-01-01'),
  });
  return instruments[0]!.scales[0]!.programs[0]!.summary;
}

/** The submission with a score that rests on so many items. */
function withItems(submission: Submission, answered: number): Submission {
  const { value } = submission.scores['only']!;
  return { ...submission, scores: { only: { value: value!, answered, of: answered } } };
}

/** `again` people who change by steps around `change`, and `lost` who do not answer again. */
function people(again: number, lost: number, change: number): Course[] {
  return [
    ...Array.from({ length: again }, (_, i) => ({
      baseline: 5 + (i % 6),
      '3-months': 5 + (i % 6) + change + ((i % 3) - 1),
    })),
    ...Array.from({ length: lost }, (_, i) => ({ baseline: 5 + (i % 6) })),
  ];
}

test('says who answered again, what changed, for how many, and who is missing', () => {
  expect(summaryOf(people(24, 12, 4))).toBe(
    'At 3 months, 24 of the 36 people who started answered again. Their average went from 7.5 to 11.5, on a scale of 0 to 20 where higher is better: 4.0 points better (likely 3.6 to 4.4 better). Person by person, 24 changed for the better, nobody for the worse, and nobody by less than the imprecision of the measure. We do not know how the 12 who did not answer again are doing.',
  );
});

test('says worse in the same words as better', () => {
  const words = summaryOf(people(24, 12, 4), { direction: 'lower-is-better' });
  expect(words).toContain('where lower is better: 4.0 points worse (likely 3.6 to 4.4 worse)');
  expect(words).toContain('nobody changed for the better, 24 for the worse');
});

test('calls no change better or worse on a scale without a better side', () => {
  const words = summaryOf(people(24, 12, 4), { direction: 'neither' });
  expect(words).toContain(
    'where neither side is better: 4.0 points higher (likely 3.6 to 4.4 higher)',
  );
  expect(words).toContain(
    'Neither side of this scale is better, so nobody is called better or worse.',
  );
  expect(words).not.toMatch(/improve|for the better/);
});

test('gives no average of steps that have no size', () => {
  const words = summaryOf(people(24, 12, 4), { direction: 'neither', ordinal: true });
  expect(words).toBe(
    'At 3 months, 24 of the 36 people who started answered again. The steps of this score have an order and no size, so there is no average. We do not know how the 12 who did not answer again are doing.',
  );
});

test('says when sums rest on different numbers of questions', () => {
  const instrument = exampleInstrument([{ ...scale, items: ['a', 'b'] }]);
  const submissions = submissionsOf(people(24, 0, 4), instrument).map((submission, i) =>
    i % 2 === 0 ? submission : withItems(submission, i < 24 ? 2 : 1),
  );
  const { instruments } = changeReport(submissions, {
    instruments: [instrument],
    programs: [],
    generatedAt: new Date('2026-01-01'),
  });
  const { followUps, summary } = instruments[0]!.scales[0]!.programs[0]!;
  expect(followUps[0]!.unlikeItems).toEqual({ withheld: false, count: 12 });
  expect(summary).toContain(
    'For 12 people the two sums rest on different numbers of questions, so part of the change is not theirs.',
  );
});

test('says that there may be no change where the likely range has both sides', () => {
  expect(summaryOf(people(24, 12, 0))).toContain(
    'no change (likely 0.4 worse to 0.4 better, so perhaps not at all)',
  );
});

test('uses the unit of the scale', () => {
  expect(summaryOf(people(24, 12, 4), { unit: 'days' })).toContain(
    'on a scale of 0 to 20 days where higher is better: 4.0 days better',
  );
});

describe('protects small groups in words too', () => {
  test.each([
    [
      people(5, 3, 4),
      'Fewer than 11 people answered at the start, so no results are shown, to protect them.',
    ],
    [
      people(8, 12, 4),
      '20 people answered at the start. Fewer than 11 answered again at 3 months, so their results are not shown, to protect them.',
    ],
    [
      people(12, 0, 4).map(({ baseline }) => ({ baseline: baseline! })),
      '12 people answered at the start. Nobody has answered again yet, so there is no change to report.',
    ],
    [people(0, 0, 0).concat({ '3-months': 4 }), 'Nobody has answered at the start yet.'],
  ])('case %#', (courses, words) => {
    expect(summaryOf(courses)).toBe(words);
  });

  test('where few were lost, how many started is a range and nobody is counted as lost', () => {
    const words = summaryOf(people(24, 3, 4));
    expect(words).toContain(
      'At 3 months, 24 people answered again. How many started is given as 24 to 34 only',
    );
    expect(words).not.toContain('did not answer again');
  });
});

test('says so when everyone who started is counted', () => {
  expect(summaryOf(people(24, 0, 4))).toContain('Everyone who started is counted.');
});
