export { cronbachAlpha, cronbachAlphaOfMoments, type CronbachAlpha } from './cronbach-alpha.js';
export { itemMomentsOf, type ItemMoments, type ItemRows } from './item-rows.js';
export { standardErrorOfDifference, standardErrorOfMeasurement } from './measurement-error.js';
