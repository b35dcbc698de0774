import { describe, expect, test } from 'vitest';
import { columnsOfPeople, simulatePeople, type SimulatedPerson } from '../../fixtures/tables.js';
import { gatherPatterns } from '../moments/index.js';
import { pairedTest } from '../paired/index.js';
import type { Result } from '../result.js';
import type { CorrelationShape } from './correlation-map.js';
import { fitMixedModelFromMoments } from './fit-from-moments.js';
import { fitMixedModel } from './fit-mixed-model.js';
import type { MixedFit } from './mixed-fit.js';
import type { MixedModel } from './model.js';
import { changeTable, fitRepeatedMeasures } from './repeated-measures.js';
import { fixedEffects } from './test-contrast.js';

const patternsOf = (people: readonly SimulatedPerson[]) => {
  const gatherer = gatherPatterns(4);
  for (const { group, scores } of people) gatherer.add(group, scores);
  return gatherer.patterns();
};
function sure<T extends object>(result: Result<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result as T;
}
const fitted = (people: readonly SimulatedPerson[], options = {}): MixedFit =>
  sure(fitRepeatedMeasures(patternsOf(people), options));
const reasonOf = (people: readonly SimulatedPerson[]) => {
  const fit = fitRepeatedMeasures(patternsOf(people));
  return fit.computable ? 'fitted' : fit.reason;
};

describe('one group whom everybody answered at every timepoint', () => {
  const people = simulatePeople(30, { groups: 1, missing: 0 });
  const fit = fitted(people);
  const paired = sure(pairedTest(people.map(({ scores }) => scores[3]! - scores[0]!)));
  test.each([
    { df: 'Satterthwaite' } as const,
    { df: 'Kenward-Roger' } as const,
    { df: 'Kenward-Roger', information: 'observed' } as const,
  ])('changes as the paired t test says: %j', (options) => {
    const { groups } = changeTable(fit, options);
    const change = sure(groups[3]!.change!);
    expect(change.estimate).toBeCloseTo(paired.mean, 10);
    expect(change.se).toBeCloseTo(paired.se, 10);
    expect(change.df).toBeCloseTo(29, 6);
    expect(change.p).toBeCloseTo(paired.p, 10);
  });
});

test('complete data of several groups have the pooled covariance, divisor people minus groups', () => {
  const people = simulatePeople(60, { groups: 3, missing: 0 });
  const mean = (group: string, t: number) => {
    const own = people.filter((person) => person.group === group);
    return own.reduce((sum, { scores }) => sum + scores[t]!, 0) / own.length;
  };
  const product = (a: number, b: number) =>
    people.reduce(
      (sum, { group, scores }) =>
        sum + (scores[a]! - mean(group, a)) * (scores[b]! - mean(group, b)),
      0,
    ) / 57;
  const [{ covariance } = { covariance: [] }] = fitted(people).covariances;
  for (let a = 0; a < 4; a += 1)
    for (let b = 0; b < 4; b += 1) expect(covariance[a]![b]).toBeCloseTo(product(a, b), 8);
});

test('under ML the divisor is the number of people', () => {
  const people = simulatePeople(60, { groups: 3, missing: 0 });
  const [restricted] = fitted(people).covariances;
  const [ordinary] = fitted(people, { method: 'ML' }).covariances;
  expect(ordinary!.covariance[1]![2]! / restricted!.covariance[1]![2]!).toBeCloseTo(57 / 60, 9);
});

describe('shapes of the covariance', () => {
  const people = simulatePeople(200, { seed: 5 });
  const logLik = (covariance: CorrelationShape) => fitted(people, { covariance }).logLik;
  test.each<[CorrelationShape, CorrelationShape]>([
    ['compound symmetry', 'Toeplitz'],
    ['autoregressive', 'Toeplitz'],
    ['Toeplitz', 'heterogeneous Toeplitz'],
    ['compound symmetry', 'heterogeneous compound symmetry'],
    ['autoregressive', 'heterogeneous autoregressive'],
    ['heterogeneous Toeplitz', 'unstructured'],
  ])('%s is no more likely than %s, which holds it', (small, large) => {
    expect(logLik(small)).toBeLessThanOrEqual(logLik(large) + 1e-9);
  });

  test.each<[CorrelationShape, number]>([
    ['unstructured', 10],
    ['compound symmetry', 2],
    ['autoregressive', 2],
    ['Toeplitz', 4],
    ['heterogeneous compound symmetry', 5],
    ['heterogeneous autoregressive', 5],
    ['heterogeneous Toeplitz', 7],
  ])('%s has %i parameters and a maximum', (covariance, parameters) => {
    const fit = fitted(people, { covariance });
    expect(fit.parameters.covariance).toBe(parameters);
    expect(fit.maxGradient).toBeLessThan(1e-8);
  });

  test('the AIC counts only covariance parameters under REML', () => {
    const fit = fitted(people, { covariance: 'compound symmetry' });
    expect(fit.aic).toBeCloseTo(4 - 2 * fit.logLik, 10);
  });
});

test('compound symmetry is the random intercept of a mixed model', () => {
  const patterns = patternsOf(simulatePeople(90, { seed: 9 }));
  const symmetric = sure(fitRepeatedMeasures(patterns, { covariance: 'compound symmetry' }));
  const model = {
    response: 'score',
    fixed: [['t', 'group']],
    random: [{ group: 'id', effects: ['1'] }],
    factors: ['t'],
  };
  const intercepts = sure(
    fitMixedModelFromMoments(model, patterns, {
      timepoints: [0, 1, 2, 3].map((t) => ({ t })),
      groups: { P0: { group: 'P0' }, P1: { group: 'P1' }, P2: { group: 'P2' } },
    }),
  );
  expect(intercepts.logLik).toBeCloseTo(symmetric.logLik, 9);
});

describe.each(['REML', 'ML'] as const)('the same model written as a formula, by %s', (method) => {
  // P1 was never seen at the last timepoint: an empty cell.
  const people = simulatePeople(70, { seed: 3 }).map(({ scores, ...rest }) => ({
    ...rest,
    scores: rest.group === 'P1' ? scores.with(3, null) : scores,
  }));
  const columns = columnsOfPeople(people);
  const model: MixedModel = {
    response: 'score',
    fixed: [['timepoint', 'group']],
    repeated: { subject: 'id', timepoint: 'timepoint', covariance: 'unstructured' },
    factors: ['timepoint'],
  };
  const direct = fitted(people, { method });
  const written = sure(fitMixedModel(model, columns, { method }));

  test('has the same likelihood, covariance and dropped columns', () => {
    expect(direct.logLik).toBeCloseTo(written.logLik, 9);
    expect(direct).toMatchObject({ n: written.n, subjects: written.subjects });
    expect(direct.aic).toBeCloseTo(written.aic, 9);
    expect(direct.dropped).toEqual(['timepoint3:groupP1']);
    expect(written.dropped).toHaveLength(1);
    direct.covariances[0]!.covariance.flat().forEach((value, i) => {
      expect(value).toBeCloseTo(written.covariances[0]!.covariance.flat()[i]!, 8);
    });
  });

  test('has the same tests of its coefficients', () => {
    const names = (name: string) => /groupP\d/.exec(name)![0] + /timepoint\d/.exec(name)![0];
    const found = [...fixedEffects(direct)].map(([name, one]) => [names(name), one] as const);
    const other = new Map([...fixedEffects(written)].map(([name, one]) => [names(name), one]));
    expect(found).toHaveLength(other.size);
    for (const [name, one] of found) {
      const [a, b] = [sure(one), sure(other.get(name)!)];
      for (const part of ['estimate', 'se', 'df', 'p'] as const)
        expect(a[part] / b[part]).toBeCloseTo(1, 7);
    }
  });
});

describe('what cannot be told is refused', () => {
  const person = (group: string, ...scores: (number | null)[]) => ({ id: '', group, scores });

  test('a timepoint nobody reached', () => {
    const people = [1, 2, 3, 4].map((score) => person('A', score, score * 2, null, score ** 2));
    expect(reasonOf(people)).toBe('not identifiable because nobody was seen at 2');
  });

  test('two timepoints nobody reached both', () => {
    const people = [3, 1, 4, 1, 5].map((score, i) =>
      i % 2 ? person('A', score, null, 2, 3) : person('A', score, 7 - score, null, score),
    );
    expect(reasonOf(people)).toBe('not identifiable because nobody was seen at 1 and 2');
  });

  test('two timepoints so far apart, by a shape that asks for each distance', () => {
    const people = simulatePeople(30, { groups: 1, missing: 0 }).map(({ scores, ...rest }, i) => ({
      ...rest,
      scores: i % 2 ? scores.with(0, null) : scores.with(3, null),
    }));
    const reason = (covariance: CorrelationShape) => {
      const fit = fitRepeatedMeasures(patternsOf(people), { covariance });
      return fit.computable ? 'fitted' : fit.reason;
    };
    expect(reason('Toeplitz')).toBe('not identifiable because the likelihood is flat');
    expect(reason('autoregressive')).toBe('fitted');
  });

  test('fewer people than timepoints', () => {
    const people = [person('A', 1, 5, 2, 8), person('A', 2, 1, 7, 3), person('A', 4, 4, 3, 1)];
    expect(reasonOf(people)).toContain('not identifiable');
  });

  test('nobody at all', () => {
    expect(reasonOf([])).toBe('no complete observation');
  });

  test('the mean of a group at a timepoint it was never seen at, but not the others', () => {
    const people = simulatePeople(60, { seed: 2 }).map(({ scores, ...rest }) => ({
      ...rest,
      scores: rest.group === 'P1' ? scores.with(3, null) : scores,
    }));
    const { groups, overall } = changeTable(fitted(people));
    const last = groups.filter(({ timepoint }) => timepoint === 3);
    expect(last.map(({ mean }) => mean.computable)).toEqual([true, false, true]);
    expect(last.map(({ change }) => change!.computable)).toEqual([true, false, true]);
    expect(overall.map(({ change }) => change.computable)).toEqual([true, true, false]);
  });
});
