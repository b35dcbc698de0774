export { combineColumns } from './combine-columns.js';
export {
  describeMoments,
  describePairedMoments,
  type Description,
  type PairedDescription,
} from './describe-moments.js';
export {
  changeCounts,
  countValues,
  gatherJointCounts,
  jointCountsOf,
  mergeJointCounts,
  type JointCount,
  type JointCounts,
  type JointCountsGatherer,
  type ValueCount,
} from './joint-counts.js';
export {
  centredProduct,
  gatherMoments,
  meanOf,
  mergeMoments,
  momentsOf,
  momentsOfRows,
  pairedMomentsOf,
  type Moments,
  type MomentsGatherer,
} from './moments.js';
export { passOverRows, type Cancelling, type Pass, type PassOptions } from './pass-over-rows.js';
export {
  gatherPatterns,
  mergePatterns,
  patternOf,
  type PatternGatherer,
  type PatternMoments,
} from './pattern-moments.js';
export { selectColumns } from './select-columns.js';
export {
  describeValues,
  momentsOfCounts,
  quantileOfCounts,
  sideCounts,
  type ValueDescription,
} from './describe-values.js';
