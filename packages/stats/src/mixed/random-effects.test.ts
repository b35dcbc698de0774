import { describe, expect, test } from 'vitest';
import { columnsOfPeople, readColumns, simulatePeople } from '../../fixtures/tables.js';
import { gatherPatterns } from '../moments/index.js';
import type { Result } from '../result.js';
import { fitMixedModelFromMoments } from './fit-from-moments.js';
import { fitMixedModel } from './fit-mixed-model.js';
import { parseFormula } from './parse-formula.js';
import { clusterEffects, effectsOfSubject, subjectEffects } from './random-effects.js';

function sure<T extends object>(result: Result<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result as T;
}

describe('sleep deprivation', () => {
  const fit = sure(
    fitMixedModel(parseFormula('Reaction ~ Days + (Days | Subject)'), readColumns('sleepstudy')),
  );
  const { group, effects, levels } = subjectEffects(fit);

  test('has the predicted effects R prints: ranef of lme4 for subject 308', () => {
    expect({ group, effects }).toEqual({ group: 'Subject', effects: ['1', 'Days'] });
    expect(levels[0]!.level).toBe('308');
    expect(levels[0]!.values[0]).toBeCloseTo(2.2586, 3);
    expect(levels[0]!.values[1]).toBeCloseTo(9.199, 3);
  });

  test('has effects that add up to nothing over balanced subjects', () => {
    for (const effect of [0, 1])
      expect(levels.reduce((sum, { values }) => sum + values[effect]!, 0)).toBeCloseTo(0, 6);
  });
});

test('a mean of four scores is shrunken by the share of variance that is its own', () => {
  const people = simulatePeople(25, { seed: 8, groups: 1, missing: 0 });
  const fit = sure(fitMixedModel(parseFormula('score ~ 1 + (1 | id)'), columnsOfPeople(people)));
  const variance = fit.covariances[0]!.covariance[0]![0]!;
  const share = variance / (variance + fit.residualVariance! / 4);
  const grand = fit.coefficients.get('(Intercept)')!;
  const byName = new Map(subjectEffects(fit).levels.map((one) => [one.level, one]));
  for (const { id, scores } of people) {
    const own = scores.reduce<number>((sum, score) => sum + score!, 0) / 4;
    expect(byName.get(id)!.values[0]).toBeCloseTo(share * (own - grand), 8);
    expect(byName.get(id)!.conditionalSd[0]).toBeCloseTo(Math.sqrt(variance * (1 - share)), 8);
  }
});

describe('a fit from moments', () => {
  const people = simulatePeople(80, { seed: 6 });
  const gatherer = gatherPatterns(4);
  for (const { group, scores } of people) gatherer.add(group, scores);
  const groups = { P0: { group: 'P0' }, P1: { group: 'P1' }, P2: { group: 'P2' } };
  const timepoints = [0, 3, 6, 12].map((month) => ({ month }));
  const model = parseFormula('score ~ month + (1 | group) + (month | id)');
  const byMoments = sure(
    fitMixedModelFromMoments(model, gatherer.patterns(), { groups, timepoints }),
  );
  const byRows = sure(fitMixedModel(model, columnsOfPeople(people)));

  test('predicts one person as the fit of the rows does', () => {
    const table = new Map(subjectEffects(byRows).levels.map((one) => [one.level, one]));
    for (const { id, group, scores } of people.slice(0, 20)) {
      const own = sure(effectsOfSubject(byMoments, { group }, scores));
      const { values, conditionalSd } = table.get(id)!;
      own.values.forEach((value, i) => expect(value).toBeCloseTo(values[i]!, 8));
      own.conditionalSd.forEach((value, i) => expect(value).toBeCloseTo(conditionalSd[i]!, 8));
    }
  });

  test('predicts clusters as the fit of the rows does', () => {
    const [a, b] = [clusterEffects(byMoments), clusterEffects(byRows)];
    expect(a.levels.map(({ level }) => level)).toEqual(['P0', 'P1', 'P2']);
    a.levels.forEach(({ values }, i) => expect(values[0]).toBeCloseTo(b.levels[i]!.values[0]!, 8));
  });

  test('refuses a person unlike all in the fit', () => {
    expect(effectsOfSubject(byMoments, { group: 'P9' }, [1, 2, 3, 4])).toEqual({
      computable: false,
      reason: 'nobody in the fit had these timepoints',
      n: 4,
    });
  });
});

test('a fit without random effects of subjects has none to predict', () => {
  const fit = sure(
    fitMixedModel(
      {
        response: 'distance',
        fixed: [['age']],
        repeated: { subject: 'Subject', timepoint: 'age', covariance: 'compound symmetry' },
        factors: ['age'],
      },
      readColumns('orthodont'),
    ),
  );
  expect(() => subjectEffects(fit)).toThrow(RangeError);
  expect(() => clusterEffects(fit)).toThrow(RangeError);
});
