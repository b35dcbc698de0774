import { describe, expect, test } from 'vitest';
import {
  columnsOfPeople,
  randomFrom,
  simulatePeople,
  type SimulatedPerson,
} from '../../fixtures/tables.js';
import { gatherPatterns } from '../moments/index.js';
import type { Result } from '../result.js';
import type { DataColumns } from './collect-rows.js';
import { fitMixedModel, type RowsFit } from './fit-mixed-model.js';
import { marginalWeights, trendWeights } from './marginal-means.js';
import { parseFormula } from './parse-formula.js';
import { changeTable, fitRepeatedMeasures } from './repeated-measures.js';
import { fixedEffects, testContrast } from './test-contrast.js';

function sure<T extends object>(result: Result<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result as T;
}
const formulas = [
  'score ~ month * group + (1 | id)',
  'score ~ month * group + (month | id)',
  'score ~ month + (month || id)',
  'score ~ month + (1 | group) + (1 | id)',
  'score ~ month + (month | group) + (month | id)',
];
const fitted = (formula: string, data: DataColumns): RowsFit =>
  sure(fitMixedModel(parseFormula(formula), data));
const people = simulatePeople(150, { seed: 21, groups: 5 });
const data = columnsOfPeople(people);

/** Two numbers agree to so many digits of the larger. */
function agree(a: number, b: number, digits = 9): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(
    10 ** -digits * Math.max(Math.abs(a), Math.abs(b), 1),
  );
}

function shuffled(columns: DataColumns, seed: number): DataColumns {
  const random = randomFrom(seed);
  const order = Array.from({ length: columns['score']!.length }, (_, i) => i);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, order.map((i) => values[i]!)]),
  );
}

describe.each(formulas)('%s', (formula) => {
  const fit = fitted(formula, data);
  const effects = [...fixedEffects(fit)].map(([name, test]) => ({ name, ...sure(test) }));

  test.each([1, 2])('does not depend on the order of rows (shuffle %i)', (seed) => {
    const other = fitted(formula, shuffled(data, seed));
    agree(other.logLik, fit.logLik, 12);
    const found = fixedEffects(other);
    for (const { name, estimate, se, df } of effects) {
      const own = sure(found.get(name)!);
      agree(own.estimate, estimate);
      agree(own.se, se);
      agree(own.df, df, 7);
    }
  });

  test.each([
    { shift: 1000, scale: 1 },
    { shift: 0, scale: 1e-3 },
    { shift: -50, scale: 250 },
  ])('turns with scores times $scale plus $shift', ({ shift, scale }) => {
    const score = Array.from(data['score']!, (value) =>
      value === null ? null : shift + scale * Number(value),
    );
    const other = fitted(formula, { ...data, score });
    const free = fit.n - fit.parameters.fixed;
    agree(other.logLik, fit.logLik - free * Math.log(scale));
    const found = fixedEffects(other);
    for (const { name, estimate, se, df } of effects) {
      const own = sure(found.get(name)!);
      const moved = scale * estimate + (name === '(Intercept)' ? shift : 0);
      agree(own.estimate / scale, moved / scale, 8);
      agree(own.se / scale, se, 8);
      agree(own.df, df, 6);
    }
  });

  test('does not depend on what groups are called', () => {
    const group = Array.from(data['group']!, (name) => `${9 - Number(String(name).slice(1))}x`);
    const other = fitted(formula, { ...data, group });
    agree(other.logLik, fit.logLik, 11);
    if (!formula.includes('* group')) return;
    for (const name of ['P0', 'P3']) {
      const renamed = `${9 - Number(name.slice(1))}x`;
      const own = sure(testContrast(fit, trendWeights(fit, 'month', { group: name })));
      const same = sure(testContrast(other, trendWeights(other, 'month', { group: renamed })));
      agree(own.estimate, same.estimate);
      agree(own.df, same.df, 7);
    }
  });
});

test('the unit and origin of time do not matter to the mean at a time', () => {
  const days = Array.from(data['month']!, (month) => 20_000 + 30.4 * Number(month));
  const byMonth = fitted('score ~ month * group + (month | id)', data);
  const byDay = fitted('score ~ day * group + (day | id)', { ...data, day: days });
  agree(byMonth.logLik, byDay.logLik + 5 * Math.log(30.4), 7);
  const a = sure(testContrast(byMonth, marginalWeights(byMonth, { month: 6, group: 'P1' })));
  const at = { day: 20_000 + 30.4 * 6, group: 'P1' };
  const b = sure(testContrast(byDay, marginalWeights(byDay, at)));
  agree(a.estimate, b.estimate, 7);
  agree(a.se, b.se, 6);
});

describe('balanced complete data have the closed forms of the analysis of variance', () => {
  const complete = simulatePeople(40, { seed: 4, groups: 1, missing: 0 });
  const columns = columnsOfPeople(complete);
  const times = 4;
  const all = complete.flatMap(({ scores }) => scores.map(Number));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = mean(all);
  const between =
    (times *
      complete.reduce((sum, { scores }) => sum + (mean(scores.map(Number)) - grand) ** 2, 0)) /
    39;
  const within =
    complete.reduce((sum, { scores }) => {
      const own = mean(scores.map(Number));
      return sum + scores.reduce<number>((inner, score) => inner + (score! - own) ** 2, 0);
    }, 0) /
    (40 * 3);

  test('a random intercept alone', () => {
    const fit = fitted('score ~ 1 + (1 | id)', columns);
    agree(fit.residualVariance!, within, 10);
    agree(fit.covariances[0]!.covariance[0]![0]!, (between - within) / times, 9);
    const { estimate, se, df } = sure(fixedEffects(fit).get('(Intercept)')!);
    agree(estimate, grand, 12);
    agree(se, Math.sqrt(between / all.length), 10);
    agree(df, 39, 8);
  });

  test('Kenward and Roger change nothing there', () => {
    const fit = fitted('score ~ 1 + (1 | id)', columns);
    const { se, df } = sure(fixedEffects(fit, { df: 'Kenward-Roger' }).get('(Intercept)')!);
    agree(se, Math.sqrt(between / all.length), 10);
    agree(df, 39, 8);
  });
});

test('moments merged from parts give the fit of the pooled people', () => {
  const gather = (some: readonly SimulatedPerson[]) => {
    const gatherer = gatherPatterns(4);
    for (const { group, scores } of some) gatherer.add(group, scores);
    return gatherer;
  };
  const parts = gather(people.slice(0, 70));
  parts.merge(gather(people.slice(70)).patterns());
  const merged = sure(fitRepeatedMeasures(parts.patterns()));
  const pooled = sure(fitRepeatedMeasures(gather(people).patterns()));
  agree(merged.logLik, pooled.logLik, 12);
  const changes = (fit: typeof merged) =>
    changeTable(fit, { df: 'Kenward-Roger' }).groups.flatMap(({ change }) =>
      change ? [sure(change)] : [],
    );
  changes(merged).forEach(({ estimate, se, df }, i) => {
    const other = changes(pooled)[i]!;
    agree(estimate, other.estimate, 12);
    agree(se, other.se, 12);
    agree(df, other.df, 12);
  });
});

test('the cost of a fit does not depend on how many people the moments hold', () => {
  const few = fitted('score ~ month * group + (month | id)', data);
  const many = fitted(
    'score ~ month * group + (month | id)',
    columnsOfPeople(simulatePeople(1500, { seed: 21, groups: 5 })),
  );
  expect(few.inside.assembled.problem.patterns.length).toBeLessThanOrEqual(9);
  expect(many.inside.assembled.problem.patterns.length).toBeLessThanOrEqual(9);
});
