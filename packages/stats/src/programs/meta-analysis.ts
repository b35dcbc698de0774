import {
  chiSquareQuantile,
  chiSquareUpper,
  chiSquareUpperQuantile,
  normalUpper,
  tTwoSided,
} from '../distributions/index.js';
import { around, refuse, type Interval, type Refusal, type Result } from '../result.js';
import {
  derSimonianLaird,
  pauleMandel,
  restrictedLogLikelihood,
  restrictedMaximumLikelihood,
  tau2ForQ,
  typicalVariance,
  weigh,
  type Effect,
} from './heterogeneity.js';
import { reach } from './reach.js';

const estimators = {
  fixed: () => 0,
  derSimonianLaird,
  restrictedMaximumLikelihood,
  pauleMandel,
} as const;

/** How the variance between programs is estimated; `fixed` assumes there is none. */
export type HeterogeneityMethod = keyof typeof estimators;

/** What a meta-analysis of programs says. */
export type MetaAnalysis = {
  readonly k: number;
  readonly estimate: number;
  readonly se: number;
  /** z, or t with `df` degrees of freedom under Knapp-Hartung. */
  readonly statistic: number;
  readonly df: number | null;
  readonly p: number;
  readonly interval: Interval;
  /** Variance between programs, in squared units of the estimates. */
  readonly tau2: number;
  /** Q-profile interval of tau2 (Viechtbauer 2007); `null` for a fixed effect. */
  readonly tau2Interval: Interval | null;
  /** Share of the variation that is between programs, percent. */
  readonly i2: number;
  readonly h2: number;
  /** Cochran's Q with k - 1 degrees of freedom. */
  readonly q: number;
  readonly qP: number;
  /** Where a new program's true effect may lie; `null` for a fixed effect. */
  readonly predictionInterval: Interval | null;
  /** Restricted log-likelihood; `null` unless tau2 was estimated by it. */
  readonly logLikelihood: number | null;
  readonly method: HeterogeneityMethod;
  readonly knappHartung: boolean;
};

/** Which variant of meta-analysis; the defaults are REML with the Knapp-Hartung adjustment. */
export type MetaAnalysisOptions = {
  /** Default `restrictedMaximumLikelihood`. */
  readonly method?: HeterogeneityMethod;
  /** Adjust the standard error and use t instead of z; default true. */
  readonly knappHartung?: boolean;
  /** Confidence of every interval, default 0.95. */
  readonly level?: number;
};

function obstacle(effects: readonly Effect[], knappHartung: boolean): Refusal | undefined {
  const k = effects.length;
  for (const { estimate, variance } of effects)
    if (!Number.isFinite(estimate) || !Number.isFinite(variance))
      throw new RangeError('metaAnalyse requires finite estimates and variances');
  if (k < 2) return refuse('at least two programs with an estimate are needed', k);
  if (effects.some(({ variance }) => variance <= 0))
    return refuse('a program has an estimate without sampling variance', k);
  if (knappHartung && effects.every(({ estimate }) => estimate === effects[0]!.estimate))
    return refuse('all estimates are equal: Knapp-Hartung leaves no error', k);
  return undefined;
}

function variation(effects: readonly Effect[], method: HeterogeneityMethod, tau2: number) {
  const df = effects.length - 1;
  if (method === 'fixed') {
    const { q } = weigh(effects, 0);
    return { i2: 100 * Math.max(0, (q - df) / q || 0), h2: q / df };
  }
  const typical = typicalVariance(effects);
  return { i2: (100 * tau2) / (tau2 + typical), h2: tau2 / typical + 1 };
}

/** Q-profile interval of the variance between programs (Viechtbauer 2007). */
export function qProfile(effects: readonly Effect[], { level = 0.95 } = {}): Interval {
  const df = effects.length - 1;
  const tail = (1 - level) / 2;
  const low = tau2ForQ(effects, chiSquareUpperQuantile(tail, df));
  const high = tau2ForQ(effects, chiSquareQuantile(tail, df));
  return { low, high, level };
}

/**
 * Meta-analysis of one estimate per program: their common mean and how much programs differ.
 *
 * Weights 1 / (variance + tau2). Use the default (REML, Knapp and Hartung 2003) for a report, and
 * the prediction interval to say how different programs are; with few programs tau2 is barely
 * known. In R: `metafor::rma(yi, vi, method, test = "knha")`, `confint`, `predict`.
 */
export function metaAnalyse(
  effects: readonly Effect[],
  {
    method = 'restrictedMaximumLikelihood',
    knappHartung = true,
    level = 0.95,
  }: MetaAnalysisOptions = {},
): Result<MetaAnalysis> {
  const refusal = obstacle(effects, knappHartung);
  if (refusal) return refusal;
  const k = effects.length;
  const tau2 = estimators[method](effects);
  const { sum, mean, q } = weigh(effects, tau2);
  const between = variation(effects, method, tau2);
  const se = Math.sqrt((knappHartung ? q / (k - 1) : 1) / sum);
  if (!Number.isFinite(mean / se + tau2 + between.i2 + between.h2))
    return refuse('the sampling variances are too small or too far apart to be weighed', k);
  const df = knappHartung ? k - 1 : null;
  const statistic = mean / se;
  const width = reach(df, level);
  const within = (spread: number) => around(mean, width * spread, level);
  const fixed = method === 'fixed';
  const cochran = weigh(effects, 0).q;
  const reml = method === 'restrictedMaximumLikelihood';
  return {
    computable: true,
    k,
    estimate: mean,
    se,
    statistic,
    df,
    p: df === null ? 2 * normalUpper(Math.abs(statistic)) : tTwoSided(statistic, df),
    interval: within(se),
    tau2,
    tau2Interval: fixed ? null : qProfile(effects, { level }),
    ...between,
    q: cochran,
    qP: chiSquareUpper(cochran, k - 1),
    predictionInterval: fixed ? null : within(Math.sqrt(tau2 + se * se)),
    logLikelihood: reml ? restrictedLogLikelihood(effects, tau2) : null,
    method,
    knappHartung,
  };
}
