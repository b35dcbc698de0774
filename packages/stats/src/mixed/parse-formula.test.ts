import { expect, test } from 'vitest';
import { parseFormula } from './parse-formula.js';

test.each([
  ['score ~ 1 + (1 | id)', [[]], [{ group: 'id', effects: ['1'] }]],
  [
    'score ~ month * program + (month | id)',
    [[], ['month'], ['program'], ['month', 'program']],
    [{ group: 'id', effects: ['1', 'month'] }],
  ],
  [
    'score ~ month + (month || program) + (1 | id)',
    [[], ['month']],
    [
      { group: 'program', effects: ['1', 'month'], uncorrelated: true },
      { group: 'id', effects: ['1'] },
    ],
  ],
  ['y ~ 0 + a:b', [['a', 'b']], []],
  ['y ~ (0 + month | id)', [[]], [{ group: 'id', effects: ['month'] }]],
  ['y ~ a*b*c', [[], ['a'], ['b'], ['a', 'b'], ['c'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']], []],
])('%s', (formula, fixed, random) => {
  expect(parseFormula(formula)).toMatchObject({ fixed, random });
});

test('a variable named twice is one term', () => {
  expect(parseFormula('y ~ a + b + a:b + b:a').fixed).toEqual([[], ['a'], ['b'], ['a', 'b']]);
});

test('the response and the factors are kept', () => {
  expect(parseFormula('score ~ wave', ['wave'])).toMatchObject({
    response: 'score',
    factors: ['wave'],
  });
});

test.each(['score', 'score ~ ', 'score ~ 1 + (| id)'])('%s is not a model', (formula) => {
  expect(() => parseFormula(formula)).toThrow(RangeError);
});
