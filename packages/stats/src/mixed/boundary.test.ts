import { describe, expect, test } from 'vitest';
import { normalFrom, randomFrom } from '../../fixtures/tables.js';
import type { DataColumns } from './collect-rows.js';
import { fitMixedModel, type RowsFit } from './fit-mixed-model.js';
import { parseFormula } from './parse-formula.js';
import { fixedEffects } from './test-contrast.js';

/** People who differ at baseline, by so much in their slopes, in programs that do not differ. */
function simulate(seed: number, slopeSd: number): DataColumns {
  const random = randomFrom(seed);
  const normal = normalFrom(random);
  const rows = Array.from({ length: 40 }, (_, person) => {
    const start = 10 + 2 * normal();
    const slope = 0.1 + slopeSd * normal();
    return [0, 2, 4, 8].map((month) => ({
      id: `s${person}`,
      program: `P${person % 4}`,
      month,
      score: start + slope * month + 1.5 * normal(),
    }));
  }).flat();
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
  return {
    id: column('id'),
    program: column('program'),
    month: column('month'),
    score: column('score'),
  };
}

function fitted(formula: string, data: DataColumns): RowsFit {
  const fit = fitMixedModel(parseFormula(formula), data);
  if (!fit.computable) throw new Error(fit.reason);
  return fit;
}

describe('slopes that do not differ', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const fits = seeds.map((seed) => fitted('score ~ month + (month | id)', simulate(seed, 0)));

  test('lie on the boundary in some samples, and then are exactly there', () => {
    const there = fits.filter(({ status }) => status === 'boundary');
    expect(there.length).toBeGreaterThan(0);
    expect(there.length).toBeLessThan(fits.length);
    for (const { covariances } of there) {
      const { sd, correlation } = covariances[0]!;
      const perfect = Math.abs(correlation[0]![1] ?? 1);
      expect(sd[1] === 0 || Math.abs(perfect - 1) < 1e-12).toBe(true);
    }
  });

  test('leave no slope of the likelihood', () => {
    for (const { maxGradient } of fits) expect(maxGradient).toBeLessThan(1e-8);
  });

  test('still have tests of their mean', () => {
    for (const fit of fits)
      for (const options of [{}, { df: 'Kenward-Roger' } as const])
        for (const effect of fixedEffects(fit, options).values()) {
          if (!effect.computable) throw new Error(effect.reason);
          expect(effect.se).toBeGreaterThan(0);
          expect(effect.df).toBeGreaterThan(1);
        }
  });
});

test('a model with a variance of zero has the likelihood of the model without it', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => i + 20);
  const pairs = seeds.map((seed) => {
    const data = simulate(seed, 0.3);
    return {
      large: fitted('score ~ month + (1 | program) + (month | id)', data),
      small: fitted('score ~ month + (month | id)', data),
    };
  });
  const zero = pairs.filter(({ large }) => large.covariances[1]!.sd[0] === 0);
  expect(zero.length).toBeGreaterThan(0);
  for (const { large, small } of zero) expect(large.logLik).toBeCloseTo(small.logLik, 9);
  for (const { large, small } of pairs)
    expect(large.logLik).toBeGreaterThanOrEqual(small.logLik - 1e-9);
});
