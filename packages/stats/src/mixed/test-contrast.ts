import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { dot, multiply } from '../linear-algebra/multiply.js';
import { refuse, type Interval, type Result } from '../result.js';
import { weightsBySet, type ColumnWeights } from './coefficient-places.js';
import { quadratic } from './component.js';
import { uncertaintyOf } from './degrees-of-freedom.js';
import type { MixedFit } from './mixed-fit.js';

/** A sum of coefficients with weights: coefficient name to weight; those not named have none. */
export type ContrastWeights = Readonly<Record<string, number>>;

/** How a contrast is tested; every part may be left out. */
export type ContrastOptions = {
  /** Default `Satterthwaite`; `Kenward-Roger` also widens standard errors of small samples. */
  readonly df?: 'Satterthwaite' | 'Kenward-Roger';
  /**
   * Which information Kenward and Roger's method reads. `expected` (default) is what R's pbkrtest
   * does; `observed` is what SAS and R's mmrm do.
   */
  readonly information?: 'expected' | 'observed';
  /** Confidence of the interval, default 0.95. */
  readonly level?: number;
};

/** A sum of coefficients, its standard error, and a t test of its being zero. */
export type ContrastTest = {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
  readonly method: string;
};

/** Tests one contrast after another with what was prepared once. */
export type ContrastTester = (weights: ContrastWeights) => Result<ContrastTest>;

/** Prepares testing as `contrastTester` does, for weights by column. */
export function columnTester(
  fit: MixedFit,
  { level = 0.95, df: kind = 'Satterthwaite', information = 'expected' }: ContrastOptions,
): (weights: ColumnWeights) => Result<ContrastTest> {
  const adjusting = kind !== 'Satterthwaite';
  if (adjusting && fit.method === 'ML')
    throw new RangeError('Kenward-Roger requires a fit by REML');
  const { covariance, adjustment } = uncertaintyOf(fit, adjusting ? information : null);
  const { arranged, engine, offsets, scale } = fit.inside.assembled;
  const k = fit.inside.map.linear;
  const slopes = new Float64Array(k);
  const method = adjusting ? `${kind}, ${information} information` : kind;

  return (weights) => {
    const fitted = weightsBySet(arranged, weights);
    if (!fitted) return refuse('not estimable because of an empty cell', fit.n);
    if (fitted.size === 0) return refuse('all weights are zero', fit.n);
    let estimate = 0;
    let variance = 0;
    let added = 0;
    slopes.fill(0);
    for (const [c, own] of fitted) {
      const { beta, phi, matrices, size: n } = engine.components[c]!;
      const turned = multiply(phi, own, [n, n, 1]);
      estimate += dot(own, offsets[c]!) + scale * dot(own, beta);
      variance += dot(own, turned);
      for (let i = 0; i < k; i += 1) slopes[i]! += quadratic(matrices, i + 1, turned);
      if (adjustment) added += 2 * quadratic(adjustment.matrices[c]!, 0, turned);
    }
    if (adjustment) added -= dot(adjustment.slopes, slopes);
    if (!(variance + added > 0)) return refuse('too few data to adjust the standard error', fit.n);
    const spread = quadratic(covariance, 0, slopes);
    const df = spread > 0 ? (2 * variance ** 2) / spread : Infinity;
    const se = scale * Math.sqrt(variance + added);
    const half = tUpperQuantile((1 - level) / 2, df) * se;
    return {
      computable: true,
      estimate,
      se,
      df,
      t: estimate / se,
      p: tTwoSided(estimate / se, df),
      interval: { low: estimate - half, high: estimate + half, level },
      method,
    };
  };
}

/**
 * Prepares testing sums of coefficients of a fit, so that a table of many costs little. A sum the
 * data cannot tell (an empty cell) is refused.
 *
 * Degrees of freedom 2 v^2 / (g' W g) with v the variance of the sum, g its derivatives for the
 * covariance parameters and W their covariance: Satterthwaite (1941) with the observed information,
 * as R's lmerTest; Kenward and Roger (1997) for one contrast, as R's pbkrtest or mmrm.
 */
export function contrastTester(fit: MixedFit, options: ContrastOptions = {}): ContrastTester {
  const { columns } = fit.inside.assembled.parts.design;
  const places = new Map(columns.map(({ name }, column) => [name, column]));
  const test = columnTester(fit, options);
  return (weights) => {
    const byColumn = Object.entries(weights).map(([name, weight]) => {
      const column = places.get(name);
      if (column === undefined)
        throw new RangeError(`testContrast requires names of coefficients: ${name}`);
      return [column, weight] as const;
    });
    return test(byColumn);
  };
}

/** Tests one sum of coefficients of a fit; see `contrastTester`. R: `emmeans::contrast`. */
export function testContrast(
  fit: MixedFit,
  weights: ContrastWeights,
  options: ContrastOptions = {},
): Result<ContrastTest> {
  return contrastTester(fit, options)(weights);
}

/** All coefficients of a fit with their tests. R: `coef(summary(lmerTest::lmer(...)))`. */
export function fixedEffects(
  fit: MixedFit,
  options: ContrastOptions = {},
): ReadonlyMap<string, Result<ContrastTest>> {
  const test = contrastTester(fit, options);
  return new Map([...fit.coefficients.keys()].map((name) => [name, test({ [name]: 1 })]));
}
