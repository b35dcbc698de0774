import { expect, test } from 'vitest';
import { controlChart } from './control-chart.js';

test('limits lie 2.66 mean moving ranges from the centre', () => {
  const chart = controlChart([12, 15, 11, 14, 13]);
  expect(chart).toMatchObject({ centre: 13, meanMovingRange: 2.75, n: 5 });
  if (!chart.computable) throw new Error(chart.reason);
  expect(chart.lower).toBeCloseTo(13 - 7.315, 12);
  expect(chart.upper).toBeCloseTo(13 + 7.315, 12);
  expect(chart.movingRangeUpper).toBeCloseTo(8.98425, 12);
});

test.each([{ values: [3] }, { values: [3, 3, 3] }])('$values have no chart', ({ values }) => {
  expect(controlChart(values).computable).toBe(false);
});
