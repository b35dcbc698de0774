export {
  classifyClinicalChange,
  countClinicalChange,
  countReliableChange,
  type Classifying,
  type ClinicalChange,
} from './clinical-change.js';
export { cutOffs, type CutOffs, type MeanAndSd } from './cut-offs.js';
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
export {
  criticalHagemanArrindell,
  prepareReliableChange,
  reliabilityOfDifference,
  reliableChangeMethods,
  type ChangeSample,
  type IndexOf,
  type PreparedMethod,
  type ReliableChangeMethod,
} from './methods.js';
export { indexFromMixedModel, indexFromOwnErrors } from './other-indices.js';
export {
  countDirections,
  countResponders,
  type ResponderRule,
  type Responders,
} from './responders.js';
