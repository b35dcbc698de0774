import type { Submission } from '@waymark/model';
import { exampleInstrument, exampleScale, submissionOf } from '../example-data.js';
import { changeReport, type ReportOptions } from '../report/change-report.js';
import type { Report } from '../report/report.js';

const instrument = exampleInstrument([
  exampleScale({ id: 'sum', items: ['a', 'b', 'c'], range: [0, 12] }),
  exampleScale({
    id: 'one',
    items: ['d'],
    range: [0, 4],
    direction: 'lower-is-better',
    unit: 'days',
  }),
]);
const later = ['3-months', '6-months', '12-months'];

/** So many people of a program, of whom a part answers again; changes grow with time. */
function people(program: string, count: number, again: number, step: number): Submission[] {
  return Array.from({ length: count }, (_, i) =>
    ['baseline', ...later].flatMap((timepoint, t) => {
      if (t > 0 && i >= again - t) return [];
      const value = (place: number) =>
        Math.max(
          0,
          Math.min(4, ((i * 3 + place) % 4) + Math.round((t * step * ((i % 3) + 1)) / 3)),
        );
      return [
        submissionOf(
          instrument,
          { a: value(0), b: i % 9 === 8 ? 'skipped' : value(1), c: value(0), d: value(2) },
          { program, participant: `${program.toUpperCase()}-${1000 + i}`, timepoint },
        ),
      ];
    }),
  ).flat();
}

/** A report with all there is to draw: three programs, withheld groups, and a name that attacks. */
export function exampleReport(options: Partial<ReportOptions> = {}): Report {
  const submissions = [
    ...people('large', 90, 70, 1),
    ...people('middle', 40, 33, 0.5),
    ...people('small', 8, 6, 1),
  ];
  return changeReport(submissions, {
    instruments: [instrument],
    programs: [
      { id: 'large', name: 'A large program' },
      { id: 'middle', name: `<script>alert("middle")</script> & 'friends'` },
      { id: 'small', name: 'A small program with a name that is a good deal longer than a line' },
    ],
    generatedAt: new Date('2026-06-30T08:00:00Z'),
    ...options,
  });
}

/** A report before anybody has answered. */
export function emptyReport(): Report {
  return changeReport([], { instruments: [], programs: [], generatedAt: new Date('2026-06-30') });
}
