export { combineColumns } from './combine-columns.js';
export {
  describeMoments,
  describePairedMoments,
  type Description,
  type PairedDescription,
} from './describe-moments.js';
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
