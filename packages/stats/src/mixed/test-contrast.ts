import { dot, multiply } from '../linear-algebra/multiply.js';
import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { refuse, type Interval, type Result } from '../result.js';
import { weightsBySet } from './arrange-coefficients.js';
import {
  kenwardRogerUncertainty,
  satterthwaiteUncertainty,
  type Uncertainty,
} from './degrees-of-freedom.js';
import type { Coefficients } from './likelihood.js';
import type { MixedFit } from './mixed-fit.js';
import { upperPlace } from './sweep.js';

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

/** Adds the variance of a sum of one component's coefficients, with its derivatives. */
function addVariance(
  target: Float64Array,
  { size: n, negativePhi }: Coefficients,
  own: Float64Array,
) {
  for (let i = 0; i < n; i += 1)
    for (let j = i; own[i] !== 0 && j < n; j += 1) {
      const factor = (i === j ? -1 : -2) * own[i]! * own[j]!;
      const from = target.length * upperPlace(n, i, j);
      if (factor !== 0)
        for (let e = 0; e < target.length; e += 1) target[e]! += factor * negativePhi[from + e]!;
    }
}

/** The variance of a sum, its adjusted variance, and its slope for each covariance parameter. */
function readVariance(jet: Float64Array, { covariance, adjustment }: Uncertainty) {
  const k = Math.round(Math.sqrt(covariance.length));
  const variance = jet[0]!;
  const slopes = jet.subarray(1, k + 1);
  if (!adjustment) return { variance, adjusted: variance, slopes };
  let adjusted = variance - dot(adjustment.slopes, slopes);
  let at = k + 1;
  for (let i = 0; i < k; i += 1)
    for (let j = 0; j <= i; j += 1) {
      adjusted -= (i === j ? 1 : 2) * adjustment.bends[i * k + j]! * jet[at]!;
      at += 1;
    }
  return { variance, adjusted, slopes };
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
  const uncertainty = uncertaintyOf(fit, options);
  const { covariance } = uncertainty;
  const { assembled, best } = fit.inside;
  const { columns } = assembled.parts.design;
  const { components } = best;
  const places = new Map(columns.map(({ name }, column) => [name, column]));
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
    const fitted = weightsBySet(assembled.arranged, byColumn);
    if (!fitted) return refuse('not estimable because of an empty cell', fit.n);
    if (fitted.size === 0) return refuse('all weights are zero', fit.n);
    let estimate = 0;
    const jet = new Float64Array(1 + k + (k * (k + 1)) / 2);
    for (const [component, own] of fitted) {
      const coefficients = components[component]!;
      estimate += dot(own, assembled.offsets[component]!);
      estimate += assembled.scale * dot(own, coefficients.beta);
      addVariance(jet, coefficients, own);
    }
    const { variance, adjusted, slopes } = readVariance(jet, uncertainty);
    if (!(adjusted > 0)) return refuse('too few data to adjust the standard error', fit.n);
    const spread = dot(slopes, multiply(covariance, slopes, [k, k, 1]));
    const df = spread > 0 ? (2 * variance ** 2) / spread : Infinity;
    const se = assembled.scale * Math.sqrt(adjusted);
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
