import type { CorrelationShape } from './correlation-map.js';

/** A term of the fixed part: the variables multiplied in it; an empty list is the intercept. */
export type ModelTerm = readonly string[];

/**
 * Random effects of the levels of one grouping variable. `effects` names numeric variables, and
 * `'1'` the intercept: `['1', 'month']` is R's `(month | group)`.
 */
export type RandomTerm = {
  readonly group: string;
  readonly effects: readonly string[];
  /** Whether covariances between the effects are held at zero, R's `||`; default false. */
  readonly uncorrelated?: boolean;
};

/** Subjects seen at fixed timepoints whose covariance has a shape of its own instead of effects. */
export type Repeated = {
  /** The variable that tells subjects apart. */
  readonly subject: string;
  /** The variable that tells a subject's timepoints apart; a factor. */
  readonly timepoint: string;
  readonly covariance: CorrelationShape;
};

/** A linear mixed model as data. `parseFormula` makes one from R's notation. */
export type MixedModel = {
  readonly response: string;
  readonly fixed: readonly ModelTerm[];
  readonly random?: readonly RandomTerm[];
  readonly repeated?: Repeated;
  /** Variables whose values are categories although they may be numbers. */
  readonly factors?: readonly string[];
};

/** Values of variables by name: text for categories, numbers for quantities. */
export type Variables = Readonly<Record<string, string | number>>;

/** Options of every fit. */
export type FitOptions = {
  /** Restricted (REML, the default) or ordinary maximum likelihood. */
  readonly method?: 'REML' | 'ML';
};
