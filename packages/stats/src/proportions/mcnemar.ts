import {
  betaOddsQuantile,
  binomialCdf,
  binomialDensity,
  chiSquareUpper,
} from '../distributions/index.js';
import { refuse } from '../result.js';
import type { Interval, Result } from '../result.js';
import { tableTotal } from './paired-table.js';
import type { PairedTable } from './paired-table.js';

/** McNemar's test in its four usual forms. */
export type McNemar = {
  n: number;
  /** People who changed from no to yes. */
  gained: number;
  /** People who changed from yes to no. */
  lost: number;
  chiSquare: number;
  p: number;
  /** With Edwards' continuity correction. */
  chiSquareCorrected: number;
  pCorrected: number;
  /** Binomial, two-sided; never too small. */
  pExact: number;
  /** The exact p less half the chance of what was seen (Fagerland, Lydersen and Laake, 2013). */
  pMid: number;
  /** gained / lost; `null` when nobody lost. */
  oddsRatio: number | null;
  /** Exact, after Clopper and Pearson; `null` with the odds ratio. */
  oddsRatioInterval: Interval | null;
  method: 'McNemar';
};

/**
 * Did a yes become more or less frequent in the same people? McNemar's test (1947) looks at those who
 * changed and is refused when nobody did. Of its forms, `pMid` keeps its level best and `pExact` is
 * safest. R: `mcnemar.test(table)`, `mcnemar.test(table, correct = FALSE)`, `binom.test(gained, gained
 * + lost)`.
 */
export function mcNemar(table: PairedTable, { level = 0.95 } = {}): Result<McNemar> {
  const n = tableTotal(table);
  const { noYes: gained, yesNo: lost } = table;
  const changed = gained + lost;
  if (changed === 0) return refuse('no discordant pairs', n);
  const difference = Math.abs(gained - lost);
  const chiSquare = difference ** 2 / changed;
  const chiSquareCorrected = Math.max(0, difference - 1) ** 2 / changed;
  const fewer = Math.min(gained, lost);
  const atMost = binomialCdf(fewer, changed, 0.5);
  const tail = (1 - level) / 2;
  return {
    computable: true,
    n,
    gained,
    lost,
    chiSquare,
    p: chiSquareUpper(chiSquare, 1),
    chiSquareCorrected,
    pCorrected: chiSquareUpper(chiSquareCorrected, 1),
    pExact: Math.min(1, 2 * atMost),
    pMid: Math.min(1, 2 * (atMost - binomialDensity(fewer, changed, 0.5) / 2)),
    oddsRatio: lost === 0 ? null : gained / lost,
    oddsRatioInterval:
      lost === 0
        ? null
        : {
            low: gained === 0 ? 0 : betaOddsQuantile(tail, 1 - tail, gained, lost + 1),
            high: betaOddsQuantile(1 - tail, tail, gained + 1, lost),
            level,
          },
    method: 'McNemar',
  };
}
