export { attritionTable, type AttritionCell, type AttritionRow } from './attrition.js';
export { carryForward, type CarriedForward } from './carry-forward.js';
export { completersAndLost, type CompletersAndLost } from './completers-and-lost.js';
export {
  deltaAdjusted,
  type DeltaAdjusted,
  type DeltaSensitivity,
  type ObservedChange,
} from './delta-adjusted.js';
export {
  poolImputations,
  type ImputedEstimate,
  type PooledImputations,
} from './pool-imputations.js';
export { regressionAfterCutOff, regressionToTheMean } from './regression-to-the-mean.js';
