import type { Assembled } from './assembled.js';
import type { Collected } from './collected.js';
import type { CovarianceMap } from './covariance-map.js';
import type { MixedModel } from './model.js';
import type { Point } from './search.js';

/** The covariance of the random effects of one grouping variable, or of repeated observations. */
export type FittedCovariance = {
  readonly group: string;
  /** The effects, `'1'` for the intercept; or the timepoints. */
  readonly effects: readonly string[];
  /** Sets of effects that were allowed to go together, as places in `effects`. */
  readonly blocks: readonly (readonly number[])[];
  readonly covariance: readonly (readonly number[])[];
  readonly sd: readonly number[];
  /** `null` where one of the two does not vary. */
  readonly correlation: readonly (readonly (number | null)[])[];
};

/** A fitted linear mixed model. Pass it on to `fixedEffects`, `testContrast`, `marginalMeans` etc. */
export type MixedFit = {
  /** `boundary` when some variance is zero or some correlation perfect. */
  readonly status: 'converged' | 'boundary';
  readonly method: 'REML' | 'ML';
  /** Observations used. */
  readonly n: number;
  readonly subjects: number;
  readonly logLik: number;
  /** How many coefficients and covariance parameters were estimated. */
  readonly parameters: { readonly fixed: number; readonly covariance: number };
  readonly aic: number;
  readonly bic: number;
  /**
   * The certificate that this is a maximum: the largest slope of the log-likelihood over the free
   * covariance numbers (Cholesky factors and log spreads, in units of the residual spread).
   */
  readonly maxGradient: number;
  readonly iterations: number;
  readonly covariances: readonly FittedCovariance[];
  /** Residual variance; `null` when repeated observations have a covariance of their own. */
  readonly residualVariance: number | null;
  /** The coefficients the data can tell, in the order of the model's columns. */
  readonly coefficients: ReadonlyMap<string, number>;
  /** Columns that were left out because they are sums of others in these data. */
  readonly dropped: readonly string[];
  /** What further questions are answered from; not meant to be read. */
  readonly inside: FitInside;
};

/** The working parts of a fit. */
export type FitInside = {
  readonly model: MixedModel;
  /** `null` for a fit of repeated measures, which has no variables but groups and timepoints. */
  readonly collected: Collected | null;
  /** Its engine stands at the maximum. */
  readonly assembled: Assembled;
  readonly map: CovarianceMap;
  readonly maximum: Point;
};
