import type { CodedDesign } from './coded-design.js';
import type { Arranged } from './coefficient-places.js';
import type { Problem } from './problem.js';
import type { RandomLevel } from './random-level.js';
import type { Standard } from './standardise.js';

/** A problem, and the way back from its units. */
export type Assembled = Standard & {
  readonly problem: Problem;
  readonly arranged: Arranged;
  readonly parts: {
    readonly design: Pick<CodedDesign, 'columns' | 'levels'>;
    readonly inner: RandomLevel;
    readonly outer: RandomLevel | null;
  };
  /** Where each summary went. */
  readonly places: readonly { readonly pattern: number; readonly unit: number }[];
};
