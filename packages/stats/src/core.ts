export type { Interval, Refusal, Result } from './result.js';
export { refuse } from './result.js';
export * from './distributions/index.js';
export * from './moments/index.js';
export * from './paired/index.js';
export * from './two-sample/index.js';
export * from './proportions/index.js';
export * from './reliability/index.js';
export * from './reliable-change/index.js';
export {
  defaultThreshold,
  isSmallCount,
  publishCount,
  type PublishedCount,
} from './privacy/small-count.js';
