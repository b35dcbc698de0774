import {
  changeByBaselineSd,
  changesOf,
  cohenDavBySd,
  cohenDavByVariance,
  cohenDrm,
  cohenDzFromSummary,
  cohenDzNormal,
  completePairs,
  describeChange,
  effectForPooling,
  equivalenceTest,
  hedgesCorrection,
  hodgesLehmann,
  pairedSummary,
  pairedTestFromSummary,
  signTest,
  signedRankExact,
  signedRankTest,
  smallestDetectableDz,
} from '@waymark/stats';
import { limits } from './limits.mjs';

const value = (result) => (result.computable ? result.value : null);
const corrected = (result) => (result.computable ? result.corrected : null);
const ends = (result) => (result.computable ? limits(result.interval) : [null, null]);
const error = (result) => (result.computable ? result.se : null);

/** A paired t test with its 95 % and 90 % intervals. */
export function tTest(change) {
  const test = pairedTestFromSummary(change);
  const narrow = pairedTestFromSummary(change, { level: 0.9 });
  const { t: statistic, df, p, pGreater, pLess, interval } = test;
  return {
    statistic,
    df,
    p,
    pGreater,
    pLess,
    ci95: limits(interval),
    ci90: limits(narrow.interval),
  };
}

/** Wilcoxon's test in all its forms, and the Hodges-Lehmann estimate. */
export function wilcoxon(changes) {
  const test = signedRankTest(changes);
  if (!test.computable) {
    const nZero = changes.filter((change) => change === 0).length;
    return { ...test, nPairs: changes.length, nZero, nUsed: changes.length - nZero };
  }
  const exact = signedRankExact(changes);
  const pratt = signedRankTest(changes, { zeroRule: 'ranked' });
  const prattExact = signedRankExact(changes, { zeroRule: 'ranked' });
  const typical = hodgesLehmann(changes);
  return {
    nPairs: test.n,
    nZero: test.zeros,
    nUsed: test.used,
    V: test.up,
    Wminus: test.down,
    ties: test.ties,
    rankBiserial: test.rankBiserial,
    pExact: test.ties ? null : exact.p,
    pExactTies: exact.p,
    pNormal: test.p,
    pNormalCorrected: test.pCorrected,
    zNormal: test.z,
    zNormalCorrected: test.zCorrected,
    prattV: pratt.up,
    prattPExact: prattExact.p,
    prattZ: pratt.z,
    prattPNormal: pratt.p,
    hlMedian: value(typical),
    hlCI95: ends(typical),
    hlCIAchieved: typical.achieved,
  };
}

/** Every standardised change, with Hedges' correction and intervals. */
export function effects(pairs) {
  const dz = cohenDzFromSummary(pairs.change);
  const normal = cohenDzNormal(pairs.change);
  const variance = cohenDavByVariance(pairs);
  const sd = cohenDavBySd(pairs);
  const rm = cohenDrm(pairs);
  const baseline = changeByBaselineSd(pairs);
  return {
    J: hedgesCorrection(pairs.change.n - 1),
    dz: value(dz),
    dzCI95: ends(dz),
    gz: corrected(dz),
    gzCI95: dz.computable ? limits(dz.correctedInterval) : null,
    srm: value(dz),
    dzSENormal: error(normal),
    dzCI95Normal: ends(normal),
    davVar: value(variance),
    davVarSE: error(variance),
    davVarCI95: ends(variance),
    gavVar: corrected(variance),
    davSd: value(sd),
    gavSd: corrected(sd),
    drm: value(rm),
    drmSE: error(rm),
    drmCI95: ends(rm),
    grm: corrected(rm),
    dPre: value(baseline),
    dPreSE: error(baseline),
    dPreCI95: ends(baseline),
    gPre: corrected(baseline),
    metafor: {
      MC: forPooling(pairs, 'mean change (MC)'),
      SMCC: forPooling(pairs, 'standardised by the change (SMCC)'),
      SMCR: forPooling(pairs, 'standardised by the baseline (SMCR)'),
      SMCRH: forPooling(pairs, 'standardised by the baseline, spreads unequal (SMCRH)'),
    },
  };
}

function forPooling(pairs, kind) {
  const { computable, estimate, variance } = effectForPooling(pairs, kind);
  return computable ? { yi: estimate, vi: variance } : { yi: null, vi: null };
}

/** Two one-sided tests against plus and minus a bound. */
export function tost(change, bound) {
  const test = equivalenceTest(change, { low: -bound, high: bound });
  const { tLow, pLow, tHigh, pHigh, p } = test;
  return {
    lower: -bound,
    upper: bound,
    tLower: tLow,
    pLower: pLow,
    tUpper: tHigh,
    pUpper: pHigh,
    p,
  };
}

/** What `paired.json` and the program reports say about one change: values before and after. */
export function changeReport(pre, post, bound) {
  const { pairs, nBefore, nAfter, followUpRate } = completePairs(pre, post);
  const summary = pairedSummary(pairs);
  const { before, after, change, correlation } = summary;
  const counts = describeChange(pairs);
  const described = {
    nPre: nBefore,
    nPost: nAfter,
    nPaired: pairs.length,
    followUpRate,
    meanPre: before.mean,
    meanPost: after.mean,
    meanChange: change.mean,
    medianChange: counts.medianChange,
    nIncreased: counts.increased,
    nDecreased: counts.decreased,
    nNoChange: counts.same,
    sdPre: before.sd,
    sdPost: after.sd,
    sdChange: change.sd,
    seChange: change.sd === null ? null : change.sd / Math.sqrt(change.n),
    r: correlation,
    ...(pairs.length > 1 ? { wilcoxon: wilcoxon(changesOf(pairs)) } : {}),
  };
  const test = pairedTestFromSummary(change);
  if (!test.computable) return { ...described, ...test };
  return {
    ...described,
    t: tTest(change),
    signTest: signTest(counts),
    effect: effects(summary),
    tost: tost(change, bound),
    mdes80: smallestDetectableDz(pairs.length).effect,
  };
}
