export { pairedPower, pairedSampleSize, smallestDetectableDz } from './paired-power.js';
export type { Plan } from './plan.js';
export { smallestDetectableD, twoSamplePower, twoSampleSize } from './two-sample-power.js';
