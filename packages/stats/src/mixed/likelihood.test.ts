import { describe, expect, test } from 'vitest';
import { columnsOfPeople, readColumns, simulatePeople } from '../../fixtures/tables.js';
import { cholesky, inverseFromCholesky } from '../linear-algebra/cholesky.js';
import { dot, multiply, multiplyTransposed, sandwich } from '../linear-algebra/multiply.js';
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
  const { engine } = inside.assembled;
  const { parameters: optimum } = inside.maximum;
  const k = optimum.length;
  // Somewhere near, but not at, the optimum.
  const at = optimum.map((value, i) => value + 0.05 * ((i % 3) + 1));
  const lookAt = (parameters: Float64Array) => engine.lookAt(parameters)!;
  const logLik = (parameters: Float64Array) => lookAt(parameters).logLik;
  const slopes = (parameters: Float64Array) => lookAt(parameters).gradient;
  const moved = (i: number, by: number) => at.map((value, j) => (i === j ? value + by : value));
  const { gradient, observed, expected } = lookAt(at);
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

  /** The covariance of the first coefficients. */
  const phi = (parameters: Float64Array) => {
    engine.solve(parameters);
    return engine.components[0]!.phi.slice();
  };

  test('the covariance of the coefficients has the slopes it says', () => {
    const own = phi(at);
    const n = Math.sqrt(own.length);
    for (let i = 0; i < k; i += 1) {
      const [up, down] = [phi(moved(i, step)), phi(moved(i, -step))];
      lookAt(at);
      const { matrices } = engine.components[0]!;
      const inner = matrices.slice((i + 1) * n * n, (i + 2) * n * n);
      sandwich(inner, own, n, n).forEach((slope, e) =>
        expect((up[e]! - down[e]!) / (2 * step)).toBeCloseTo(slope, 6),
      );
    }
  });

  test('the covariance of the coefficients has the bends it says', () => {
    const weights = new Float64Array(k * k);
    const far = 1e-4;
    const own = phi(at);
    const n = Math.sqrt(own.length);
    const bends = own.map(() => 0);
    for (let i = 0; i < k; i += 1)
      for (let j = 0; j < k; j += 1) {
        weights[i * k + j] = i === j ? 1 : 0.3;
        const both = (a: number, b: number) =>
          phi(at.map((value, e) => value + (e === i ? a : 0) + (e === j ? b : 0)));
        const corners = [both(far, far), both(-far, -far), both(far, -far), both(-far, far)];
        corners.forEach((corner, c) => {
          corner.forEach((value, e) => {
            bends[e]! += (weights[i * k + j]! * (c < 2 ? value : -value)) / (4 * far * far);
          });
        });
      }
    engine.lookAt(at);
    const folded = engine.fold(weights)[0]!;
    sandwich(folded, own, n, n).forEach((value, e) => expect(-2 * value).toBeCloseTo(bends[e]!, 4));
  });

  test('the expected information counts every observation once', () => {
    // V is the sum of its parameters times their G, so that tr(P V P V) is the rank of P.
    const { observations, coefficients, restricted } = inside.assembled.problem;
    const rank = observations - (restricted ? coefficients : 0);
    expect(2 * dot(at, multiply(expected, at, [k, k, 1]))).toBeCloseTo(rank, 8);
  });

  test('a rough look has the same likelihood and the same gradient', () => {
    const exact = lookAt(at);
    const rough = engine.lookAt(at, true)!;
    expect(rough.logLik).toBeCloseTo(exact.logLik, 10);
    rough.gradient.forEach((slope, i) => expect(slope).toBeCloseTo(exact.gradient[i]!, 9));
  });

  test('parameters that are no covariance have no likelihood', () => {
    const negative = at.map((value) => -Math.abs(value) - 1);
    expect(engine.lookAt(negative)).toBeNull();
  });
});

test('complete balanced data have the same observed and expected information at the optimum', () => {
  const fit = fitMixedModel(
    parseFormula('Reaction ~ Days + (Days | Subject)'),
    readColumns('sleepstudy'),
  );
  if (!fit.computable) throw new Error(fit.reason);
  const { observed, expected } = fit.inside.maximum.likelihood;
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
  const score = multiplyTransposed(x, multiply(inverse, y, [n, n, 1]), [n, p, 1]);
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
