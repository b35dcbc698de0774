export {
  studentTest,
  studentTestFromSummaries,
  welchTest,
  welchTestFromSummaries,
} from './two-sample-test.js';
export type { TwoSampleTest } from './two-sample-test.js';
