import { chiSquareUpper } from '../distributions/index.js';
import { refuse, type Result } from '../result.js';
import type { MixedFit } from './mixed-fit.js';

/** A likelihood-ratio test of a smaller model within a larger one. */
export type LikelihoodRatioTest = {
  /** Twice the difference of the log-likelihoods. */
  readonly statistic: number;
  /** The chi-square distributions mixed: degrees of freedom and weight of each. */
  readonly mixture: readonly { readonly df: number; readonly weight: number }[];
  readonly p: number;
  readonly method: string;
};

function binomialWeights(n: number): number[] {
  let weights = [1];
  for (let i = 0; i < n; i += 1)
    weights = [...weights, 0].map((weight, k) => weight / 2 + (weights[k - 1] ?? 0) / 2);
  return weights;
}

const effectsOf = (fit: MixedFit) =>
  fit.covariances.flatMap(({ group, effects, blocks }) =>
    blocks.map((block) => ({ group, effects: block.map((place) => effects[place]!) })),
  );

/** Variances of random effects the larger model has and the smaller has not, and their partners. */
function addedVariances(smaller: MixedFit, larger: MixedFit): { alone: boolean }[] {
  const before = effectsOf(smaller);
  return effectsOf(larger).flatMap(({ group, effects }) =>
    effects
      .filter(
        (effect) => !before.some((old) => old.group === group && old.effects.includes(effect)),
      )
      .map(() => ({ alone: effects.length === 1 })),
  );
}

/** Which chi-squares a statistic is compared with when variances are zero on the smaller side. */
function mixtureOf(df: number, added: readonly { alone: boolean }[]) {
  if (added.length === 0) return { method: 'chi-square', mixture: [{ df, weight: 1 }] };
  const rest = df - added.length;
  if (added.length === 1 || (rest === 0 && added.every(({ alone }) => alone)))
    return {
      method: 'chi-square mixture on the boundary',
      mixture: binomialWeights(added.length).map((weight, k) => ({ df: rest + k, weight })),
    };
  return { method: 'chi-square, an upper bound on the boundary', mixture: [{ df, weight: 1 }] };
}

/**
 * Compares two nested models by their likelihoods. A variance cannot be negative, so when the larger
 * model adds one the plain chi-square is too careful: with one added variance and c covariances the
 * reference is half chi-square(c), half chi-square(c + 1); with m added variances without
 * covariances, binomial weights (exact when their estimates do not depend on each other). Self and
 * Liang (1987); Stram and Lee (1994). Other additions get the plain chi-square, as an upper bound.
 *
 * Under REML both models must have the same fixed part. R: `anova(smaller, larger)` for the plain
 * chi-square; the mixture for one variance is half its p-value.
 */
export function likelihoodRatio(smaller: MixedFit, larger: MixedFit): Result<LikelihoodRatioTest> {
  if (smaller.method !== larger.method || smaller.n !== larger.n)
    throw new RangeError('likelihoodRatio requires fits by one method to the same observations');
  const names = (fit: MixedFit) => [...fit.coefficients.keys()].join();
  if (smaller.method === 'REML' && names(smaller) !== names(larger))
    throw new RangeError('likelihoodRatio requires ML when the fixed parts differ');
  const count = ({ parameters }: MixedFit) => parameters.fixed + parameters.covariance;
  const df = count(larger) - count(smaller);
  if (df <= 0) return refuse('the larger model has no more parameters', larger.n);
  const statistic = Math.max(0, 2 * (larger.logLik - smaller.logLik));
  const { method, mixture } = mixtureOf(df, addedVariances(smaller, larger));
  let p = 0;
  for (const { df: own, weight } of mixture)
    p += weight * (own === 0 ? Number(statistic === 0) : chiSquareUpper(statistic, own));
  return { computable: true, statistic, mixture, p, method };
}
