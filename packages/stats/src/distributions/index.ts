export {
  betaCdf,
  betaDensity,
  betaLogCdf,
  betaLogUpper,
  betaQuantile,
  betaUpper,
  betaUpperQuantile,
} from './beta.js';
export { betaOddsQuantile } from './beta-odds-quantile.js';
export { betaTails, logBetaKernel } from './beta-tails.js';
export {
  chiSquareCdf,
  chiSquareDensity,
  chiSquareLogCdf,
  chiSquareLogUpper,
  chiSquareQuantile,
  chiSquareUpper,
  chiSquareUpperQuantile,
} from './chi-square.js';
export { fCdf, fDensity, fLogCdf, fLogUpper, fQuantile, fUpper, fUpperQuantile } from './f.js';
export { gammaQuantile } from './gamma-quantile.js';
export { gammaTails, logGammaKernel } from './gamma-tails.js';
export { logBeta } from './log-beta.js';
export { logExcess } from './log-excess.js';
export { gamma, logGamma, stirlingError } from './log-gamma.js';
export {
  noncentralTCdf,
  noncentralTQuantile,
  noncentralTUpper,
  noncentralTails,
} from './noncentral-t.js';
export type { NoncentralTails } from './noncentral-t.js';
export { noncentralityFor } from './noncentrality.js';
export {
  millsRatio,
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalLogUpper,
  normalUpper,
} from './normal.js';
export { normalQuantile, normalUpperQuantile } from './normal-quantile.js';
export {
  tCdf,
  tDensity,
  tLogCdf,
  tLogUpper,
  tQuantile,
  tTwoSided,
  tUpper,
  tUpperQuantile,
} from './t.js';
export type { Tails } from './tails.js';
export {
  binomialCdf,
  binomialDensity,
  binomialLogCdf,
  binomialLogUpper,
  binomialQuantile,
  binomialUpper,
} from './binomial.js';
export { rankSumCdf, rankSumQuantile, rankSumUpper } from './rank-sum.js';
export {
  signedRankCdf,
  signedRankDensity,
  signedRankQuantile,
  signedRankUpper,
} from './signed-rank.js';
export {
  studentizedRangeCdf,
  studentizedRangeQuantile,
  studentizedRangeUpper,
} from './studentized-range.js';
export { choiceSumChances, subsetSumChances, sumUpTo } from './subset-sums.js';
