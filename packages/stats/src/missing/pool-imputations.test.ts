import { expect, test } from 'vitest';
import { poolImputations } from './pool-imputations.js';

// By hand: mean 2, within 1, between 1, total 1 + (4/3) 1 = 7/3.
const imputations = [1, 2, 3].map((estimate) => ({ estimate, variance: 1 }));

test('three imputations are pooled as Rubin says', () => {
  const found = poolImputations(imputations, { completeDf: 20 });
  if (!found.computable) throw new Error(found.reason);
  expect(found).toMatchObject({ estimate: 2, within: 1, between: 1, m: 3 });
  expect(found.total).toBeCloseTo(7 / 3, 14);
  expect(found.relativeIncrease).toBeCloseTo(4 / 3, 14);
  const share = 4 / 7;
  const rubin = 2 / share ** 2;
  const observed = (21 / 23) * 20 * (1 - share);
  expect(found.dfRubin).toBeCloseTo(rubin, 12);
  expect(found.df).toBeCloseTo((rubin * observed) / (rubin + observed), 12);
});

test('imputations that agree exactly lose no information', () => {
  const same = [2, 2].map((estimate) => ({ estimate, variance: 1 }));
  const found = poolImputations(same, { completeDf: 20 });
  expect(found).toMatchObject({ dfRubin: null, between: 0, relativeIncrease: 0 });
  expect(found.computable && found.df).toBeCloseTo((21 / 23) * 20, 12);
});

test("without a number of people the degrees of freedom are Rubin's own", () => {
  const found = poolImputations(imputations);
  expect(found.computable && found.df).toBeCloseTo(found.computable ? found.dfRubin! : 0, 12);
});

test.each([
  { what: 'one imputation', list: imputations.slice(0, 1), completeDf: 10 },
  {
    what: 'no variance',
    list: [2, 2].map((estimate) => ({ estimate, variance: 0 })),
    completeDf: 10,
  },
  {
    what: 'estimates that differ by far more than their errors',
    list: [1, 2].map((estimate) => ({ estimate, variance: 1e-30 })),
    completeDf: 10,
  },
  { what: 'no degrees of freedom', list: imputations, completeDf: 0 },
])('$what is refused', ({ list, completeDf }) => {
  expect(poolImputations(list, { completeDf }).computable).toBe(false);
});
