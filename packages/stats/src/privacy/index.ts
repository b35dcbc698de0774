export { attackTable, type FeasibleInterval } from './attack-table.js';
export type { SuppressionMethod } from './least-loss.js';
export { publishedTable, type PublishedTable } from './published-table.js';
export {
  defaultThreshold,
  isSmallCount,
  publishCount,
  type PublishedCount,
} from './small-count.js';
export {
  suppressTable,
  type HiddenFigure,
  type SuppressedTable,
  type SuppressOptions,
} from './suppress-table.js';
export { figuresOf, type CountTable, type Figure } from './table-figures.js';
export { attackFacts, type Quantity, type QuantityInterval } from './attack-facts.js';
export {
  atLeastAsMany,
  shownMean,
  shownPercentage,
  shownRatio,
  shownSum,
  type Fact,
  type Term,
} from './facts.js';
export {
  showCount,
  suppressFacts,
  type FactsToPublish,
  type SensitiveQuantity,
  type Statement,
  type SuppressedFacts,
} from './suppress-facts.js';
