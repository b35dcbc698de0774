import { describe, expect, test } from 'vitest';
import { columnsOfPeople, readColumns, simulatePeople } from '../../fixtures/tables.js';
import { cholesky, inverseFromCholesky } from '../linear-algebra/cholesky.js';
import { linearMap } from './covariance-map.js';
import { likelihoodAt } from './likelihood.js';
import { dot, multiply, sandwich, transpose } from '../linear-algebra/multiply.js';
import { fitMixedModel, type RowsFit } from './fit-mixed-model.js';
import type { FitOptions, MixedModel } from './model.js';
import { parseFormula } from './parse-formula.js';

const data = columnsOfPeople(simulatePeople(40, { seed: 7 }));
const repeated: MixedModel = {
  response: 'score',
  fixed: [['timepoint', 'group']],
  repeated: { subject: 'id', timepoint: 'timepoint', covariance: 'unstructured' },
  factors: ['timepoint'],
};

function fitOf(model: MixedModel, options: FitOptions = {}): RowsFit {
  const fit = fitMixedModel(model, data, options);
  if (!fit.computable) throw new Error(fit.reason);
  return fit;
}

const cases: [string, RowsFit][] = [
  ['random intercept', fitOf(parseFormula('score ~ month * group + (1 | id)'))],
  [
    'intercept and slope, ML',
    fitOf(parseFormula('score ~ month + (month | id)'), { method: 'ML' }),
  ],
  ['three levels', fitOf(parseFormula('score ~ month + (month || group) + (month | id)'))],
  ['three levels, ML', fitOf(parseFormula('score ~ 1 + (1 | group) + (1 | id)'), { method: 'ML' })],
  ['unstructured', fitOf(repeated)],
];

describe.each(cases)('%s', (_, { inside }) => {
  const { problem } = inside.assembled;
  const k = inside.parameters.length;
  // Somewhere near, but not at, the optimum.
  const at = inside.parameters.map((value, i) => value + 0.05 * ((i % 3) + 1));
  const lookAt = (parameters: Float64Array) =>
    likelihoodAt(problem, linearMap(k), parameters, { full: true })!;
  const logLik = (parameters: Float64Array) => lookAt(parameters).logLik;
  const slopes = (parameters: Float64Array) => lookAt(parameters).gradient;
  const moved = (i: number, by: number) => at.map((value, j) => (i === j ? value + by : value));
  const { gradient, observed } = lookAt(at);
  const step = 1e-5;

  test('the gradient is the slope of the log-likelihood', () => {
    gradient.forEach((slope, i) => {
      const rise = logLik(moved(i, step)) - logLik(moved(i, -step));
      expect(rise / (2 * step)).toBeCloseTo(slope, 4);
    });
  });

  test('the observed information is the slope of the gradient, downwards', () => {
    for (let i = 0; i < k; i += 1) {
      const up = slopes(moved(i, step));
      const down = slopes(moved(i, -step));
      for (let j = 0; j < k; j += 1)
        expect((down[j]! - up[j]!) / (2 * step)).toBeCloseTo(observed[i * k + j]!, 4);
    }
  });

  test('the value alone is the same', () => {
    const plain = likelihoodAt(problem, linearMap(k), at, { plain: true })!;
    expect(plain.logLik).toBeCloseTo(logLik(at), 10);
  });

  test('the covariance of the coefficients has the slopes it says', () => {
    const phi = (parameters: Float64Array) => lookAt(parameters).components[0]!.negativePhi;
    const size = 1 + k + (k * (k + 1)) / 2;
    const own = phi(at);
    for (let i = 0; i < k; i += 1) {
      const up = phi(moved(i, step));
      const down = phi(moved(i, -step));
      for (let e = 0; e < own.length; e += size)
        expect((up[e]! - down[e]!) / (2 * step)).toBeCloseTo(own[e + 1 + i]!, 6);
    }
  });

  test('parameters that are no covariance have no likelihood', () => {
    const negative = at.map((value) => -Math.abs(value) - 1);
    expect(likelihoodAt(problem, linearMap(k), negative)).toBeNull();
  });
});

test('complete balanced data have the same observed and expected information at the optimum', () => {
  const fit = fitMixedModel(
    parseFormula('Reaction ~ Days + (Days | Subject)'),
    readColumns('sleepstudy'),
  );
  if (!fit.computable) throw new Error(fit.reason);
  const { observed, expected } = fit.inside.best;
  observed.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 8));
});

/** The logarithm of the determinant of the matrix whose Cholesky factor this is. */
function logOf(factor: Float64Array, n: number): number {
  return factor.reduce((sum, value, i) => (i % (n + 1) ? sum : sum + 2 * Math.log(value)), 0);
}

/** The restricted log-likelihood from all rows at once, as the textbook writes it. */
function denseLogLik(fit: RowsFit, design: (row: number) => number[]): number {
  const used = data['score']!;
  const rows = Array.from({ length: used.length }, (_, i) => i).filter((i) => used[i] !== null);
  const n = rows.length;
  const v = new Float64Array(n * n);
  const column = (name: string, i: number) => data[name]![rows[i]!]!;
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) {
      if (i === j) v[i * n + j]! += fit.residualVariance!;
      for (const { group, covariance } of fit.covariances) {
        if (column(group, i) !== column(group, j)) continue;
        const zi = [1, Number(column('month', i))].slice(0, covariance.length);
        const zj = [1, Number(column('month', j))].slice(0, covariance.length);
        zi.forEach((a, r) => zj.forEach((b, c) => (v[i * n + j]! += a * b * covariance[r]![c]!)));
      }
    }
  const x = Float64Array.from(rows.flatMap(design));
  const p = x.length / n;
  const y = Float64Array.from(rows, (row) => Number(used[row]));
  const factor = cholesky(v, n)!;
  const inverse = inverseFromCholesky(factor, n);
  const information = sandwich(inverse, x, n, p);
  const small = cholesky(information, p)!;
  const score = multiply(transpose(x, n, p), multiply(inverse, y, [n, n, 1]), [p, n, 1]);
  const beta = multiply(inverseFromCholesky(small, p), score, [p, p, 1]);
  const squares = dot(y, multiply(inverse, y, [n, n, 1])) - dot(beta, score);
  const spread = logOf(factor, n) + logOf(small, p);
  return -0.5 * ((n - p) * Math.log(2 * Math.PI) + spread + squares);
}

test.each([
  ['score ~ month + (month | id)', (row: number) => [1, Number(data['month']![row])]],
  ['score ~ 1 + (1 | group) + (month | id)', () => [1]],
])('%s has the likelihood of all rows at once', (formula, design) => {
  const fit = fitOf(parseFormula(formula));
  expect(fit.logLik).toBeCloseTo(denseLogLik(fit, design), 9);
});
