export {
  adjustedMeans,
  type AdjustedMean,
  type AdjustedMeans,
  type GroupMoments,
} from './adjusted-means.js';
export { controlChart, type ControlChart } from './control-chart.js';
export { effectForPooling, type EffectKind, type PoolingEffect } from './effect-for-pooling.js';
export {
  derSimonianLaird,
  pauleMandel,
  restrictedLogLikelihood,
  restrictedMaximumLikelihood,
  tau2ForQ,
  typicalVariance,
  weigh,
  type Effect,
  type Weighing,
} from './heterogeneity.js';
export {
  metaAnalyse,
  qProfile,
  type HeterogeneityMethod,
  type MetaAnalysis,
  type MetaAnalysisOptions,
} from './meta-analysis.js';
export { adjustPs, type AdjustedPs, type MaybeP, type MultiplicityMethod } from './multiplicity.js';
export {
  funnel,
  interpolatedLimit,
  winsorise,
  type Funnel,
  type FunnelPoint,
  type ProgramCount,
} from './funnel.js';
export { shrink, type Shrunken } from './shrink.js';
