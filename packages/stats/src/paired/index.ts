export { compensatedSum } from './compensated-sum.js';
export { cohenDz, cohenDzFromSummary } from './cohen-dz.js';
export type { CohenDz } from './cohen-dz.js';
export { pairedTest, pairedTestFromSummary } from './paired-test.js';
export type { PairedTest } from './paired-test.js';
export { sampleSummary } from './sample-summary.js';
export type { SampleSummary } from './sample-summary.js';
