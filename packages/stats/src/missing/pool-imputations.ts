import { tTwoSided, tUpperQuantile } from '../distributions/index.js';
import { around, refuse, type Interval, type Result } from '../result.js';

/** One imputed data set's estimate and its sampling variance. */
export type ImputedEstimate = { readonly estimate: number; readonly variance: number };

/** The estimates of several imputed data sets taken together. */
export type PooledImputations = {
  readonly estimate: number;
  readonly se: number;
  readonly interval: Interval;
  readonly t: number;
  /** Against an estimate of zero. */
  readonly p: number;
  /** Barnard and Rubin's degrees of freedom. */
  readonly df: number;
  /** Rubin's, for endless data; `null` when imputations agree exactly. */
  readonly dfRubin: number | null;
  /** Mean of the sampling variances. */
  readonly within: number;
  /** Variance of the estimates, divisor m - 1. */
  readonly between: number;
  readonly total: number;
  /** Relative increase in variance due to what is missing. */
  readonly relativeIncrease: number;
  /** Fraction of information that is missing. */
  readonly missingInformation: number;
  /** Number of imputations. */
  readonly m: number;
  readonly method: 'Rubin pooling, Barnard-Rubin degrees of freedom';
};

/**
 * Pools one quantity over imputed data sets: Rubin 1987, degrees of freedom by Barnard and Rubin
 * 1999. `completeDf` are those the analysis would have without anything missing (people minus
 * coefficients). At least two imputations; twenty or more make the interval steady. In R:
 * `mice::pool.scalar(Q, U, n, k)`.
 */
export function poolImputations(
  imputations: readonly ImputedEstimate[],
  { completeDf = Infinity, level = 0.95 } = {},
): Result<PooledImputations> {
  const m = imputations.length;
  if (m < 2) return refuse('at least two imputations are needed', m);
  if (!(completeDf > 0)) return refuse('no degrees of freedom are left', m);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / m;
  const estimate = mean(imputations.map((one) => one.estimate));
  const within = mean(imputations.map(({ variance }) => variance));
  const squares = imputations.map((one) => (one.estimate - estimate) ** 2);
  const between = squares.reduce((a, b) => a + b, 0) / (m - 1);
  const total = within + (1 + 1 / m) * between;
  if (!(total > 0)) return refuse('the imputations leave no variance', m);
  const share = ((1 + 1 / m) * between) / total;
  if (!(share < 1)) return refuse('the estimates have no sampling variance to speak of', m);
  const dfRubin = share > 0 ? (m - 1) / share ** 2 : Infinity;
  const df = barnardRubin(dfRubin, completeDf, share);
  const se = Math.sqrt(total);
  const t = estimate / se;
  const reach = tUpperQuantile((1 - level) / 2, df) * se;
  const relativeIncrease = share / (1 - share);
  return {
    computable: true,
    estimate,
    se,
    interval: around(estimate, reach, level),
    t,
    p: tTwoSided(t, df),
    df,
    dfRubin: dfRubin === Infinity ? null : dfRubin,
    within,
    between,
    total,
    relativeIncrease,
    missingInformation: (relativeIncrease + 2 / (df + 3)) / (1 + relativeIncrease),
    m,
    method: 'Rubin pooling, Barnard-Rubin degrees of freedom',
  };
}

function barnardRubin(dfRubin: number, completeDf: number, share: number): number {
  if (completeDf === Infinity) return dfRubin;
  const observed = ((completeDf + 1) / (completeDf + 3)) * completeDf * (1 - share);
  return 1 / (1 / dfRubin + 1 / observed);
}
