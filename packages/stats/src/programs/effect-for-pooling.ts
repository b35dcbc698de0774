import { refuse } from '../result.js';
import type { Result } from '../result.js';
import { hedgesCorrection } from '../paired/hedges-correction.js';
import { knownPairs } from '../paired/known-pairs.js';
import type { KnownPairs } from '../paired/known-pairs.js';
import type { PairedSummary } from '../paired/paired-summary.js';

/** An effect and its sampling variance, as a meta-analysis across programs takes them. */
export type PoolingEffect = { estimate: number; variance: number; n: number; method: EffectKind };

type Terms = KnownPairs & { readonly r: number; readonly j: number };
type Formula = (terms: Terms) => { estimate: number; variance: number };

function byChangeSd({ n, mean, changeSd, j }: Terms) {
  const estimate = (j * mean) / changeSd;
  return { estimate, variance: 1 / n + estimate ** 2 / (2 * n) };
}

function byBaselineSd({ n, mean, beforeSd, r, j }: Terms) {
  const estimate = (j * mean) / beforeSd;
  return { estimate, variance: (2 * (1 - r)) / n + estimate ** 2 / (2 * n) };
}

function byBaselineSdUnequal({ n, mean, beforeSd, changeSd, j }: Terms) {
  const estimate = (j * mean) / beforeSd;
  const spread = changeSd ** 2 / beforeSd ** 2 + estimate ** 2 / 2;
  return { estimate, variance: (j * j * spread) / (n - 1) };
}

const formulas = {
  'standardised by the change (SMCC)': byChangeSd,
  'standardised by the baseline (SMCR)': byBaselineSd,
  'standardised by the baseline, spreads unequal (SMCRH)': byBaselineSdUnequal,
} as const satisfies Record<string, Formula>;

/** The kinds of effect, each with its name in R's metafor. */
export type EffectKind = 'mean change (MC)' | keyof typeof formulas;

/**
 * One program's change as an estimate and its sampling variance. The standardised ones carry Hedges'
 * exact correction (m = n - 1) and are refused for fewer than three pairs; those by the baseline also
 * without spread there. Variances: Gibbons, Hedeker and Davis (1993), Becker (1988), Bonett (2008).
 * R: `metafor::escalc("MC" | "SMCC" | "SMCR" | "SMCRH", ...)`.
 */
export function effectForPooling(summary: PairedSummary, kind: EffectKind): Result<PoolingEffect> {
  const known = knownPairs(summary);
  if ('computable' in known) return known;
  const { n, mean, changeSd, beforeSd } = known;
  if (kind === 'mean change (MC)') {
    return { computable: true, estimate: mean, variance: changeSd ** 2 / n, n, method: kind };
  }
  const j = hedgesCorrection(n - 1);
  if (j === null) return refuse('two complete pairs: no small-sample correction', n);
  if (
    kind !== 'standardised by the change (SMCC)' &&
    (beforeSd === 0 || summary.correlation === null)
  ) {
    return refuse('no spread at a timepoint', n);
  }
  const terms = { ...known, j, r: summary.correlation ?? 0 };
  return { computable: true, ...formulas[kind](terms), n, method: kind };
}
