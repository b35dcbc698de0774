export {
  classifyIndex,
  classifyReliableChange,
  criticalIndex,
  reliableChangeIndex,
  reliableChangeThreshold,
  type Direction,
  type MeasurementError,
  type ReliableChange,
  type ReliableChangeIndex,
} from './jacobson-truax.js';
