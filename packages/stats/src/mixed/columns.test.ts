import { describe, expect, test } from 'vitest';
import { columnsOf, columnValue, readFrom } from './columns.js';
import { parseFormula } from './parse-formula.js';
import { sortLevels } from './sort-levels.js';

const levels = new Map([
  ['program', ['A', 'B', 'C']],
  ['wave', ['1', '2']],
]);
const namesOf = (formula: string) =>
  columnsOf(parseFormula(formula).fixed, levels).map(({ name }) => name);

describe('the columns of the fixed part are those of R', () => {
  // Right sides: colnames(model.matrix(~ ..., data)) in R 4.2.
  test.each([
    ['y ~ 1', ['(Intercept)']],
    ['y ~ program', ['(Intercept)', 'programB', 'programC']],
    ['y ~ 0 + program', ['programA', 'programB', 'programC']],
    ['y ~ 0 + month + program', ['month', 'programA', 'programB', 'programC']],
    ['y ~ 0 + program + wave', ['programA', 'programB', 'programC', 'wave2']],
    [
      'y ~ month * program',
      ['(Intercept)', 'month', 'programB', 'programC', 'month:programB', 'month:programC'],
    ],
    [
      'y ~ program * wave',
      ['(Intercept)', 'programB', 'programC', 'wave2', 'programB:wave2', 'programC:wave2'],
    ],
    ['y ~ month:program', ['(Intercept)', 'month:programA', 'month:programB', 'month:programC']],
    [
      'y ~ 0 + program:wave',
      [
        'programA:wave1',
        'programB:wave1',
        'programC:wave1',
        'programA:wave2',
        'programB:wave2',
        'programC:wave2',
      ],
    ],
  ])('%s', (formula, names) => {
    expect(namesOf(formula)).toEqual(names);
  });
});

test('a column is the product of its quantities where its levels hold', () => {
  const product = columnsOf(parseFormula('y ~ month * program').fixed, levels).at(-1)!;
  expect(columnValue(product, readFrom({ month: 6 }, { program: 'C' }))).toBe(6);
  expect(columnValue(product, readFrom({ month: 6 }, { program: 'B' }))).toBe(0);
});

test.each([
  [
    ['10', '9', '1'],
    ['1', '9', '10'],
  ],
  [
    ['b', 'a', '10'],
    ['10', 'a', 'b'],
  ],
])('levels %j are in order %j', (given, ordered) => {
  expect(sortLevels(given)).toEqual(ordered);
});
