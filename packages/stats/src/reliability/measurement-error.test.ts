import { expect, test } from 'vitest';
import {
  minimalDetectableChange,
  standardErrorOfDifference,
  standardErrorOfMeasurement,
} from './measurement-error.js';

// Jacobson and Truax 1991, p. 14: sd 7.5, reliability .80 gives 3.35 and 4.74.
test('the worked example of Jacobson and Truax has the errors they print', () => {
  expect(standardErrorOfMeasurement(7.5, 0.8)).toBeCloseTo(3.35, 2);
  expect(standardErrorOfDifference(7.5, 0.8)).toBeCloseTo(4.74, 2);
});

test.each([
  { sd: -1, reliability: 0.8 },
  { sd: 5, reliability: 1.1 },
  { sd: 5, reliability: Number.NaN },
])('sd $sd with reliability $reliability is refused', ({ sd, reliability }) => {
  expect(() => standardErrorOfMeasurement(sd, reliability)).toThrow(RangeError);
  expect(() => standardErrorOfDifference(sd, reliability)).toThrow(RangeError);
});

test('the minimal detectable change uses the whole quantile, not 1.96', () => {
  expect(minimalDetectableChange(7.5, 0.8) / standardErrorOfDifference(7.5, 0.8)).toBeCloseTo(
    1.959963984540054,
    12,
  );
  expect(minimalDetectableChange(7.5, 0.8, { level: 0.9 })).toBeCloseTo(7.802, 3);
});

test('a reliability estimated below zero makes the error larger than the spread', () => {
  expect(standardErrorOfMeasurement(2, -0.44)).toBeCloseTo(2.4, 12);
});
