export { bootstrapBca, bootstrapPercentile } from './bootstrap.js';
export type { BootstrapInterval, BootstrapOptions } from './bootstrap.js';
export { bcaLimits, percentileLimits } from './bootstrap-limits.js';
export type { BootstrapLimits } from './bootstrap-limits.js';
export { jackknifeAcceleration } from './jackknife.js';
export type { Acceleration, Statistic } from './jackknife.js';
export { replicateQuantile } from './replicate-quantile.js';
export { seededRandom } from './seeded-random.js';
