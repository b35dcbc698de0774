export {
  defaultThreshold,
  isSmallCount,
  publishCount,
  type PublishedCount,
} from './small-count.js';
