export { cohenD } from './cohen-d.js';
export type { CohenD } from './cohen-d.js';
export { glassDelta } from './glass-delta.js';
export type { GlassDelta } from './glass-delta.js';
export { mannWhitney, mannWhitneyFromCounts } from './mann-whitney.js';
export type { MannWhitney } from './mann-whitney.js';
export { mannWhitneyExact, mannWhitneyExactFromCounts } from './mann-whitney-exact.js';
export type { MannWhitneyExact } from './mann-whitney-exact.js';
export {
  studentTest,
  studentTestFromSummaries,
  welchTest,
  welchTestFromSummaries,
} from './two-sample-test.js';
export type { TwoSampleTest } from './two-sample-test.js';
export { varianceRatio } from './variance-ratio.js';
export type { VarianceRatio } from './variance-ratio.js';
