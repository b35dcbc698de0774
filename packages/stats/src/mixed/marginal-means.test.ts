import { describe, expect, test } from 'vitest';
import { readColumns } from '../../fixtures/tables.js';
import { fitMixedModel } from './fit-mixed-model.js';
import { averageOf, differenceOf, marginalWeights, trendWeights } from './marginal-means.js';
import { parseFormula } from './parse-formula.js';
import { contrastTester, fixedEffects, testContrast } from './test-contrast.js';

const found = fitMixedModel(
  parseFormula('distance ~ age * Sex + (age | Subject)'),
  readColumns('orthodont'),
);
if (!found.computable) throw new Error(found.reason);
const fit = found;
const estimate = (weights: Record<string, number>) => {
  const test = testContrast(fit, weights);
  if (!test.computable) throw new Error(test.reason);
  return test.estimate;
};

describe('weights', () => {
  test('of a mean take quantities at their mean and levels in equal parts', () => {
    expect(marginalWeights(fit)).toEqual({
      '(Intercept)': 1,
      age: 11,
      SexMale: 0.5,
      'age:SexMale': 5.5,
    });
  });

  test('of a mean at given values', () => {
    expect(marginalWeights(fit, { age: 8, Sex: 'Male' })).toEqual({
      '(Intercept)': 1,
      age: 8,
      SexMale: 1,
      'age:SexMale': 8,
    });
  });

  test('of a trend', () => {
    expect(trendWeights(fit, 'age', { Sex: 'Male' })).toEqual({ age: 1, 'age:SexMale': 1 });
    expect(trendWeights(fit, 'age')).toEqual({ age: 1, 'age:SexMale': 0.5 });
  });

  test('of a difference and of an average', () => {
    expect(differenceOf({ a: 1, b: 1 }, { b: 0.5, c: 1 })).toEqual({ a: 1, b: 0.5, c: -1 });
    expect(averageOf([{ a: 1 }, { a: 3, b: 1 }])).toEqual({ a: 2, b: 0.5 });
  });

  test.each([
    () => marginalWeights(fit, { height: 1 }),
    () => marginalWeights(fit, { Sex: 'other' }),
    () => trendWeights(fit, 'Sex'),
    () => averageOf([]),
  ])('of what is not in the model are a mistake of the program: %s', (ask) => {
    expect(ask).toThrow(RangeError);
  });
});

test('girls and boys grow as Potthoff and Roy (1964) found', () => {
  expect(estimate(trendWeights(fit, 'age', { Sex: 'Female' }))).toBeCloseTo(0.4795, 4);
  expect(estimate(trendWeights(fit, 'age', { Sex: 'Male' }))).toBeCloseTo(0.7844, 4);
});

describe('a test of a contrast', () => {
  test('has as many degrees of freedom as balanced children leave', () => {
    for (const test of fixedEffects(fit).values())
      expect(test.computable && test.df).toBeCloseTo(25, 5);
  });

  test('names its method', () => {
    const ask = (options: Parameters<typeof contrastTester>[1]) => {
      const test = contrastTester(fit, options)({ age: 1 });
      return test.computable && test.method;
    };
    expect(ask({})).toBe('Satterthwaite');
    expect(ask({ df: 'Kenward-Roger' })).toBe('Kenward-Roger, expected information');
    expect(ask({ df: 'Kenward-Roger', information: 'observed' })).toBe(
      'Kenward-Roger, observed information',
    );
  });

  test('gives a wider interval for more confidence', () => {
    const width = (level: number) => {
      const test = testContrast(fit, { age: 1 }, { level });
      return test.computable ? test.interval.high - test.interval.low : 0;
    };
    expect(width(0.99)).toBeGreaterThan(width(0.95));
  });

  test('of nothing is refused', () => {
    expect(testContrast(fit, { age: 0 })).toMatchObject({ computable: false });
  });

  test('of a coefficient that is not there is a mistake of the program', () => {
    expect(() => testContrast(fit, { weight: 1 })).toThrow(RangeError);
  });

  test('by Kenward and Roger requires REML', () => {
    const ml = fitMixedModel(
      parseFormula('distance ~ age + (1 | Subject)'),
      readColumns('orthodont'),
      { method: 'ML' },
    );
    if (!ml.computable) throw new Error(ml.reason);
    expect(() => testContrast(ml, { age: 1 }, { df: 'Kenward-Roger' })).toThrow(RangeError);
  });
});
