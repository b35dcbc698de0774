import {
  agrestiCoullInterval,
  clopperPearsonInterval,
  jeffreysInterval,
  mcNemar,
  pairedDifferenceNewcombe,
  pairedDifferenceWald,
  wilsonInterval,
} from '@waymark/stats';
import { limits } from './limits.mjs';

function change({ table: [[noNo, noYes], [yesNo, yesYes]] }) {
  const table = { noNo, noYes, yesNo, yesYes };
  const test = mcNemar(table);
  const wald = pairedDifferenceWald(table);
  const newcombe = pairedDifferenceNewcombe(table);
  const differences = {
    b: noYes,
    c: yesNo,
    discordant: noYes + yesNo,
    pPre: wald.before,
    pPost: wald.after,
    difference: wald.difference,
    differenceWaldCI95: limits(wald.interval),
    differenceNewcombeCI95: limits(newcombe.interval),
  };
  if (!test.computable) return { ...differences, ...test };
  return {
    ...differences,
    b: test.gained,
    c: test.lost,
    chi2: test.chiSquare,
    pChi2: test.p,
    chi2Corrected: test.chiSquareCorrected,
    pChi2Corrected: test.pCorrected,
    pExact: test.pExact,
    pMid: test.pMid,
    oddsRatio: test.oddsRatio,
    oddsRatioCI95Exact: limits(test.oddsRatioInterval),
  };
}

/** A share with its four intervals. */
export function share({ x, n }) {
  return {
    x,
    n,
    p: wilsonInterval(x, n).value,
    clopperPearson: limits(clopperPearsonInterval(x, n).interval),
    wilson: limits(wilsonInterval(x, n).interval),
    agrestiCoull: limits(agrestiCoullInterval(x, n).interval),
    jeffreys: limits(jeffreysInterval(x, n).interval),
  };
}

/** Everything `proportions.json` expects, from its tables and counts alone. */
export function compute({ mcnemar, proportion }) {
  return {
    mcnemar: mcnemar.map(({ input }) => ({ expected: change(input) })),
    proportion: proportion.map(({ input }) => ({ expected: share(input) })),
  };
}
