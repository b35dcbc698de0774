export * from '../models.js';
export type { DataColumns } from './collect-rows.js';
export type { PatternVariables } from './collect-patterns.js';
export { fitMixedModelFromMoments } from './fit-from-moments.js';
export { fitMixedModel, type RowsFit } from './fit-mixed-model.js';
export { likelihoodRatio, type LikelihoodRatioTest } from './likelihood-ratio.js';
export { averageOf, differenceOf, marginalWeights, trendWeights } from './marginal-means.js';
export type { MixedModel, RandomTerm, Repeated, ModelTerm, Variables } from './model.js';
export { parseFormula } from './parse-formula.js';
export {
  clusterEffects,
  effectsOfSubject,
  subjectEffects,
  type EffectsTable,
  type PredictedEffects,
} from './random-effects.js';
