import { describe, expect, test } from 'vitest';
import { columnsOfPeople, readColumns, simulatePeople } from '../../fixtures/tables.js';
import { fitMixedModelFromMoments } from './fit-from-moments.js';
import { fitMixedModel, type RowsFit } from './fit-mixed-model.js';
import type { DataColumns } from './collect-rows.js';
import type { MixedFit } from './mixed-fit.js';
import type { FitOptions } from './model.js';
import { parseFormula } from './parse-formula.js';
import { gatherPatterns } from '../moments/index.js';
import type { Result } from '../result.js';

function sure<T extends MixedFit>(fit: Result<T>): T {
  if (!fit.computable) throw new Error(fit.reason);
  return fit as T;
}
const fitted = (formula: string, data: DataColumns, options: FitOptions = {}): RowsFit =>
  sure(fitMixedModel(parseFormula(formula), data, options));
const refusal = (formula: string, data: DataColumns) => {
  const fit = fitMixedModel(parseFormula(formula), data);
  return fit.computable ? 'fitted' : fit.reason;
};

describe('sleep deprivation (Belenky et al., 2003; data sleepstudy of lme4)', () => {
  // Bates, Maechler, Bolker and Walker (2015), J. Stat. Software 67(1), section 4.
  const fit = fitted('Reaction ~ Days + (Days | Subject)', readColumns('sleepstudy'));

  test('has the coefficients and spreads lme4 prints', () => {
    expect(fit.coefficients.get('(Intercept)')).toBeCloseTo(251.405, 3);
    expect(fit.coefficients.get('Days')).toBeCloseTo(10.467, 3);
    const [subjects] = fit.covariances;
    expect(subjects!.sd[0]).toBeCloseTo(24.74, 2);
    expect(subjects!.sd[1]).toBeCloseTo(5.922, 3);
    expect(subjects!.correlation[0]![1]).toBeCloseTo(0.07, 2);
    expect(Math.sqrt(fit.residualVariance!)).toBeCloseTo(25.59, 2);
    expect(-2 * fit.logLik).toBeCloseTo(1743.628, 3);
  });

  test('counts observations, subjects and parameters', () => {
    expect(fit).toMatchObject({ n: 180, subjects: 18, status: 'converged', method: 'REML' });
    expect(fit.parameters).toEqual({ fixed: 2, covariance: 4 });
    expect(fit.aic).toBeCloseTo(1755.628, 3);
  });

  test('shows by its gradient that it is a maximum', () => {
    expect(fit.maxGradient).toBeLessThan(1e-9);
  });

  test('has the deviance lme4 prints under ML', () => {
    const ml = fitted('Reaction ~ Days + (Days | Subject)', readColumns('sleepstudy'), {
      method: 'ML',
    });
    expect(-2 * ml.logLik).toBeCloseTo(1751.939, 3);
    expect(ml.bic).toBeCloseTo(1783.1, 1);
  });
});

test('dental growth has the log-likelihood and spreads of Pinheiro and Bates (2000), 4.1', () => {
  const fit = fitted('distance ~ age * Sex + (age | Subject)', readColumns('orthodont'));
  expect(fit.logLik).toBeCloseTo(-216.291, 3);
  expect(fit.covariances[0]!.sd[0]).toBeCloseTo(2.4055, 4);
  expect(fit.covariances[0]!.sd[1]).toBeCloseTo(0.18035, 5);
  expect(fit.covariances[0]!.correlation[0]![1]).toBeCloseTo(-0.668, 3);
  expect(Math.sqrt(fit.residualVariance!)).toBeCloseTo(1.31, 3);
});

test('batches that do not differ have a variance of exactly zero, on the boundary', () => {
  // Box and Tiao's simulated dyestuff data; REML criterion 161.8283 in lme4.
  const fit = fitted('Yield ~ 1 + (1 | Batch)', readColumns('dyestuff2'));
  expect(fit.status).toBe('boundary');
  expect(fit.covariances[0]!.sd).toEqual([0]);
  expect(-2 * fit.logLik).toBeCloseTo(161.8283, 4);
});

describe('what cannot be told is refused with a reason', () => {
  const days = [0, 1, 2, 0, 1, 2];
  const two = ['a', 'a', 'a', 'b', 'b', 'b'];
  test.each<[string, string, DataColumns, string]>([
    ['nothing', 'y ~ 1 + (1 | g)', { y: [], g: [] }, 'no complete observation'],
    ['only missing scores', 'y ~ 1 + (1 | g)', { y: [null], g: ['a'] }, 'no complete observation'],
    [
      'one person',
      'y ~ 1 + (1 | g)',
      { y: [1, 2, 4], g: ['a', 'a', 'a'] },
      'not identifiable because g has fewer than two levels',
    ],
    [
      'everybody seen once',
      'y ~ 1 + (1 | g)',
      { y: [1, 2, 4], g: ['a', 'b', 'c'] },
      'not identifiable because there are as many random effects of g as observations',
    ],
    [
      'scores that never vary',
      'y ~ 1 + (1 | g)',
      { y: [3, 3, 3, 3], g: ['a', 'a', 'b', 'b'] },
      'not identifiable because nothing varies around the fixed part',
    ],
    [
      'as many coefficients as scores',
      'y ~ d + (1 | g)',
      { y: [1, 2], d: [0, 1], g: ['a', 'b'] },
      'not identifiable because there are as many coefficients as observations',
    ],
    [
      'slopes without a spread of times',
      'y ~ 1 + (d | g)',
      { y: [1, 2, 4, 3, 5, 1], d: [1, 1, 1, 1, 1, 1], g: two },
      'not identifiable because random effects cannot be told apart',
    ],
    [
      'crossed groups',
      'y ~ 1 + (1 | g) + (1 | h)',
      { y: [1, 2, 4, 3, 5, 1], g: two, h: ['x', 'y', 'z', 'x', 'y', 'z'], d: days },
      'not identifiable because the grouping variables are crossed, not nested',
    ],
  ])('%s', (_, formula, data, reason) => {
    expect(refusal(formula, data)).toBe(reason);
  });

  test('a variable that is not in the data is a mistake of the program', () => {
    expect(() => fitMixedModel(parseFormula('y ~ x'), { y: [1] })).toThrow(RangeError);
  });

  test('a random slope of a category is a mistake of the program', () => {
    const data = { y: [1, 2, 3], x: ['a', 'b', 'a'], g: ['a', 'a', 'b'] };
    expect(() => fitMixedModel(parseFormula('y ~ 1 + (x | g)'), data)).toThrow(RangeError);
  });
});

test('a column that is a sum of others is dropped, and the rest fitted', () => {
  const { Reaction, Days, Subject } = readColumns('sleepstudy');
  const hours = Array.from(Days!, (days) => 24 * Number(days));
  const fit = fitted('Reaction ~ Days + hours + (1 | Subject)', {
    Reaction: Reaction!,
    Days: Days!,
    Subject: Subject!,
    hours,
  });
  expect(fit.dropped).toEqual(['hours']);
  expect(fit.coefficients.get('Days')).toBeCloseTo(10.467, 3);
});

describe('moments say as much as rows', () => {
  const people = simulatePeople(120, { seed: 3 });
  const gatherer = gatherPatterns(4);
  for (const { group, scores } of people) gatherer.add(group, scores);
  const variables = {
    timepoints: [0, 3, 6, 12].map((month) => ({ month })),
    groups: { P0: { group: 'P0' }, P1: { group: 'P1' }, P2: { group: 'P2' } },
  };
  test.each([
    'score ~ month * group + (month | id)',
    'score ~ month + (1 | id)',
    'score ~ month + (1 | group) + (month || id)',
  ])('%s', (formula) => {
    const model = parseFormula(formula);
    const byRows = sure(fitMixedModel(model, columnsOfPeople(people)));
    const byMoments = sure(fitMixedModelFromMoments(model, gatherer.patterns(), variables));
    expect(byMoments.logLik).toBeCloseTo(byRows.logLik, 9);
    expect([...byMoments.coefficients.keys()]).toEqual([...byRows.coefficients.keys()]);
    for (const [name, value] of byRows.coefficients)
      expect(byMoments.coefficients.get(name)).toBeCloseTo(value, 9);
  });
});

test('the data stay untouched', () => {
  const data = {
    y: Object.freeze([1, 2, 4, 3, 5, 1]),
    g: Object.freeze(['a', 'a', 'b', 'b', 'c', 'c']),
  };
  fitMixedModel(parseFormula('y ~ 1 + (1 | g)'), Object.freeze(data));
  expect(data.y).toEqual([1, 2, 4, 3, 5, 1]);
});
