export type { CorrelationShape } from './mixed/correlation-map.js';
export { gatherScores, type ScoreGatherer, type ScoreRows } from './mixed/gather-scores.js';
export type { FittedCovariance, MixedFit } from './mixed/mixed-fit.js';
export type { FitOptions } from './mixed/model.js';
export {
  changeTable,
  fitRepeatedMeasures,
  type ChangeTable,
  type GroupChange,
  type RepeatedMeasuresOptions,
} from './mixed/repeated-measures.js';
export {
  contrastTester,
  fixedEffects,
  testContrast,
  type ContrastOptions,
  type ContrastTest,
  type ContrastTester,
  type ContrastWeights,
} from './mixed/test-contrast.js';
