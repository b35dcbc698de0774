import { dot, multiply } from '../linear-algebra/multiply.js';
import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { refuse, type Interval, type Result } from '../result.js';
import { fittedWeights } from './coefficient-map.js';
import {
  kenwardRogerUncertainty,
  satterthwaiteUncertainty,
  type Uncertainty,
} from './degrees-of-freedom.js';
import { matrixAt } from './differentiate-frame.js';
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

function uncertaintyOf(
  fit: MixedFit,
  { df = 'Satterthwaite', information = 'expected' }: ContrastOptions,
): Uncertainty {
  if (df === 'Satterthwaite') return satterthwaiteUncertainty(fit);
  if (fit.method === 'ML') throw new RangeError('Kenward-Roger requires a fit by REML');
  return kenwardRogerUncertainty(fit, information);
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
  const { level = 0.95, df: kind = 'Satterthwaite', information = 'expected' } = options;
  const { covariance, adjusted } = uncertaintyOf(fit, options);
  const { design, assembled, maximum } = fit.inside;
  const places = new Map(design.columns.map(({ name }, column) => [name, column]));
  const k = Math.round(Math.sqrt(covariance.length));
  const method = kind === 'Satterthwaite' ? kind : `${kind}, ${information} information`;

  return (weights) => {
    const byColumn = new Map<number, number>();
    for (const [name, weight] of Object.entries(weights)) {
      const column = places.get(name);
      if (column === undefined)
        throw new RangeError(`testContrast requires names of coefficients: ${name}`);
      if (weight !== 0) byColumn.set(column, weight);
    }
    const fitted = fittedWeights(assembled.coefficients, byColumn);
    if (!fitted) return refuse('not estimable because of an empty cell', fit.n);
    if (fitted.size === 0) return refuse('all weights are zero', fit.n);
    let estimate = 0;
    let variance = 0;
    let adjustedVariance = 0;
    const slopes = new Float64Array(k);
    for (const [component, own] of fitted) {
      const { beta, phi } = maximum.solution.components[component]!;
      const n = own.length;
      estimate += dot(own, assembled.offsets[component]!) + assembled.scale * dot(own, beta);
      const pulled = multiply(phi, own, [n, n, 1]);
      variance += dot(own, pulled);
      adjustedVariance += dot(own, multiply(adjusted[component]!, own, [n, n, 1]));
      const all = maximum.derivatives.slopes[component]!;
      for (let i = 0; i < k; i += 1)
        slopes[i]! += dot(pulled, multiply(matrixAt(all, i, n * n), pulled, [n, n, 1]));
    }
    if (!(adjustedVariance > 0)) return refuse('too few data to adjust the standard error', fit.n);
    const spread = dot(slopes, multiply(covariance, slopes, [k, k, 1]));
    const df = spread > 0 ? (2 * variance ** 2) / spread : Infinity;
    const se = assembled.scale * Math.sqrt(adjustedVariance);
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
