export * from './mixed/index.js';
export {
  reliableChangeOfModel,
  type ChangeOfModel,
  type ChangeOfModelRule,
  type PredictedChange,
} from './reliable-change/change-of-model.js';
