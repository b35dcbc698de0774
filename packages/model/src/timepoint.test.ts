import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysSinceBaseline, Timepoint, timepointName } from './timepoint.js';

const timepoint = fc.oneof(
  fc.constant('baseline'),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('days', 'weeks', 'months', 'years'))
    .map(([count, unit]) => `${count}-${unit}`),
);

test('timepoints stand in the order of time, whatever their units', () => {
  const mixed = ['1-years', '6-weeks', 'baseline', '12-months', '3-months', '30-days', '13-months'];
  const ordered = [...mixed].sort((a, b) => daysSinceBaseline(a) - daysSinceBaseline(b));
  expect(ordered).toEqual([
    'baseline',
    '30-days',
    '6-weeks',
    '3-months',
    '1-years',
    '12-months',
    '13-months',
  ]);
});

test.each([
  ['baseline', 0],
  ['1-days', 1],
  ['6-weeks', 42],
  ['12-months', 365.25],
  ['1-years', 365.25],
  ['999-years', 364884.75],
])('%s is %d days', (given, days) => {
  expect(daysSinceBaseline(given)).toBe(days);
});

test.each([
  ['baseline', 'start'],
  ['3-months', '3 months'],
  ['1-months', '1 month'],
  ['1-days', '1 day'],
  ['11-weeks', '11 weeks'],
])('%s reads as "%s"', (given, name) => {
  expect(timepointName(given)).toBe(name);
});

test.each(['', 'Baseline', '0-days', '03-months', '1000-days', '3-month', '3 months', '-1-days'])(
  '%j is not a timepoint',
  (given) => {
    expect(Timepoint.safeParse(given).success).toBe(false);
  },
);

test.each(['', 'month 3', '3-toString', 'months', '3'])('no days are given for %j', (given) => {
  expect(() => daysSinceBaseline(given)).toThrow(
    new RangeError('daysSinceBaseline requires a timepoint'),
  );
});

test('every timepoint is at baseline or after it', () => {
  fc.assert(
    fc.property(timepoint, (given) => {
      expect(Timepoint.parse(given)).toBe(given);
      expect(daysSinceBaseline(given)).toBeGreaterThanOrEqual(given === 'baseline' ? 0 : 1);
    }),
  );
});
