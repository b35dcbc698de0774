export { cronbachAlpha, cronbachAlphaOfMoments, type CronbachAlpha } from './cronbach-alpha.js';
export { floorAndCeiling, type FloorAndCeiling, type ScaleRange } from './floor-and-ceiling.js';
export {
  intraclassCorrelations,
  type Icc,
  type IntraclassCorrelations,
} from './intraclass-correlation.js';
export { analyseItems, type ItemAnalysis, type ItemFit } from './item-analysis.js';
export { itemMomentsOf, type ItemMoments, type ItemRows } from './item-rows.js';
export { guttmanLambda2, type GuttmanLambda2 } from './lambda-2.js';
export { meanSquaresOf, type MeanSquares } from './mean-squares.js';
export {
  minimalDetectableChange,
  standardErrorOfDifference,
  standardErrorOfMeasurement,
} from './measurement-error.js';
export { standardizedAlpha, type StandardizedAlpha } from './standardized-alpha.js';
export { omegaTotal, type OmegaTotal } from './omega-total.js';
export { fitOneFactor, type OneFactor } from './one-factor.js';
