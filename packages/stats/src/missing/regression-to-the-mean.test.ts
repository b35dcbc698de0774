import { expect, test } from 'vitest';
import { regressionAfterCutOff, regressionToTheMean } from './regression-to-the-mean.js';

test('an extreme group moves towards the mean by what is unreliable', () => {
  const found = regressionToTheMean({ meanBefore: 18, populationMean: 8, reliability: 0.8 });
  expect(found).toBeCloseTo(-2, 12);
});

// Half a standard normal lies above 0 with mean sqrt(2 / pi).
test('taking in everybody above the mean brings regression of (1 - r) sd sqrt(2 / pi)', () => {
  const common = { cutOff: 10, populationMean: 10, populationSd: 5, reliability: 0.7 };
  const expected = 0.3 * 5 * Math.sqrt(2 / Math.PI);
  expect(regressionAfterCutOff({ ...common, takenIn: 'above' })).toBeCloseTo(-expected, 12);
  expect(regressionAfterCutOff({ ...common, takenIn: 'below' })).toBeCloseTo(expected, 12);
});

test('perfect reliability leaves nothing to regress', () => {
  expect(regressionToTheMean({ meanBefore: 18, populationMean: 8, reliability: 1 })).toBeCloseTo(0);
});

test('a reliability above one is refused', () => {
  expect(() => regressionToTheMean({ meanBefore: 1, populationMean: 2, reliability: 2 })).toThrow(
    RangeError,
  );
  expect(() =>
    regressionAfterCutOff({
      cutOff: 1,
      takenIn: 'above',
      populationMean: 1,
      populationSd: 0,
      reliability: 0.5,
    }),
  ).toThrow(RangeError);
});

test('a cut-off so far out that nobody reaches it still has an expected change', () => {
  const rule = { takenIn: 'above', populationMean: 0, populationSd: 1, reliability: 0.5 } as const;
  // Beyond the cut-off z the mean is about z + 1 / z.
  expect(regressionAfterCutOff({ ...rule, cutOff: 1000 })).toBeCloseTo(-0.5 * 1000.001, 6);
  expect(() => regressionAfterCutOff({ ...rule, cutOff: Infinity })).toThrow(RangeError);
});

test('a mean that is not a number is refused', () => {
  const rule = { meanBefore: NaN, populationMean: 2, reliability: 0.5 };
  expect(() => regressionToTheMean(rule)).toThrow('requires finite means');
});
