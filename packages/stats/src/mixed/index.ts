export type { DataColumns } from './collect-rows.js';
export type { PatternVariables } from './collect-patterns.js';
export type { CorrelationShape } from './correlation-map.js';
export { gatherScores, type ScoreGatherer, type ScoreRows } from './gather-scores.js';
export { fitMixedModelFromMoments } from './fit-from-moments.js';
export { fitMixedModel, type RowsFit } from './fit-mixed-model.js';
export { likelihoodRatio, type LikelihoodRatioTest } from './likelihood-ratio.js';
export { averageOf, differenceOf, marginalWeights, trendWeights } from './marginal-means.js';
export type { FittedCovariance, MixedFit } from './mixed-fit.js';
export type {
  FitOptions,
  MixedModel,
  RandomTerm,
  Repeated,
  ModelTerm,
  Variables,
} from './model.js';
export { parseFormula } from './parse-formula.js';
export {
  clusterEffects,
  effectsOfSubject,
  subjectEffects,
  type EffectsTable,
  type PredictedEffects,
} from './random-effects.js';
export {
  changeTable,
  fitRepeatedMeasures,
  type ChangeTable,
  type GroupChange,
  type RepeatedMeasuresOptions,
} from './repeated-measures.js';
export {
  contrastTester,
  fixedEffects,
  testContrast,
  type ContrastOptions,
  type ContrastTest,
  type ContrastTester,
  type ContrastWeights,
} from './test-contrast.js';
