import { describe, expect, test } from 'vitest';
import { readColumns } from '../../fixtures/tables.js';
import { fitMixedModel, type RowsFit } from './fit-mixed-model.js';
import { likelihoodRatio } from './likelihood-ratio.js';
import type { FitOptions } from './model.js';
import { parseFormula } from './parse-formula.js';

const data = readColumns('sleepstudy');
function fitted(formula: string, options: FitOptions = {}): RowsFit {
  const fit = fitMixedModel(parseFormula(formula), data, options);
  if (!fit.computable) throw new Error(fit.reason);
  return fit;
}
const none = fitted('Reaction ~ Days');
const intercept = fitted('Reaction ~ Days + (1 | Subject)');
const slope = fitted('Reaction ~ Days + (Days | Subject)');
const apart = fitted('Reaction ~ Days + (Days || Subject)');

describe('a variance more lies on the boundary', () => {
  test('a first random intercept: half a chi-square with one degree of freedom', () => {
    const test = likelihoodRatio(none, intercept);
    expect(test).toMatchObject({
      mixture: [
        { df: 0, weight: 0.5 },
        { df: 1, weight: 0.5 },
      ],
    });
  });

  test('a slope with its covariance: half of one and half of two degrees of freedom', () => {
    const test = likelihoodRatio(intercept, slope);
    if (!test.computable) throw new Error(test.reason);
    expect(test.mixture).toEqual([
      { df: 1, weight: 0.5 },
      { df: 2, weight: 0.5 },
    ]);
    // REML deviances 1786.4651 and 1743.6283 in lme4.
    expect(test.statistic).toBeCloseTo(42.8368, 3);
    const chi1 = 5.967e-11;
    const chi2 = Math.exp(-test.statistic / 2);
    expect(test.p / (0.5 * chi1 + 0.5 * chi2)).toBeCloseTo(1, 3);
  });

  test('two variances apart: weights 1, 2, 1 over 4', () => {
    expect(likelihoodRatio(none, apart)).toMatchObject({
      mixture: [
        { df: 0, weight: 0.25 },
        { df: 1, weight: 0.5 },
        { df: 2, weight: 0.25 },
      ],
    });
  });

  test('two variances and their covariance: the plain chi-square, as an upper bound', () => {
    expect(likelihoodRatio(none, slope)).toMatchObject({
      mixture: [{ df: 3, weight: 1 }],
      method: 'chi-square, an upper bound on the boundary',
    });
  });
});

test('a covariance more is an ordinary parameter', () => {
  expect(likelihoodRatio(apart, slope)).toMatchObject({
    mixture: [{ df: 1, weight: 1 }],
    method: 'chi-square',
  });
});

test('fixed parts are compared under ML', () => {
  const empty = fitted('Reaction ~ 1 + (Days | Subject)', { method: 'ML' });
  const full = fitted('Reaction ~ Days + (Days | Subject)', { method: 'ML' });
  const test = likelihoodRatio(empty, full);
  // anova() of lme4 prints Chisq 23.537 on 1 df.
  expect(test).toMatchObject({ computable: true, mixture: [{ df: 1, weight: 1 }] });
  expect(test.computable && test.statistic).toBeCloseTo(23.537, 3);
});

test('fixed parts that differ cannot be compared under REML', () => {
  expect(() => likelihoodRatio(fitted('Reaction ~ 1 + (1 | Subject)'), intercept)).toThrow(
    RangeError,
  );
});

test('a model is not larger than itself', () => {
  expect(likelihoodRatio(slope, slope)).toMatchObject({ computable: false });
});
