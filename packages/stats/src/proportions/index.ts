export { mcNemar } from './mcnemar.js';
export type { McNemar } from './mcnemar.js';
export { pairedDifferenceNewcombe, pairedDifferenceWald } from './paired-difference.js';
export type { PairedDifference } from './paired-difference.js';
export type { PairedTable } from './paired-table.js';
export {
  agrestiCoullInterval,
  clopperPearsonInterval,
  jeffreysInterval,
  wilsonInterval,
} from './proportion-intervals.js';
export type { ProportionInterval } from './proportion-intervals.js';
