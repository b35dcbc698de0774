import type { Variables } from './model.js';

/** Subjects with the same rows and the same variables, summed up. */
export type Summary = {
  /** Which rows they have, as places in `rows`. */
  readonly rows: readonly number[];
  /** The same number exactly for the same rows. */
  readonly sequence: number;
  /** Their variables, as a place in `subjects`. */
  readonly subject: number;
  readonly count: number;
  readonly mean: Float64Array;
  /** Sums of products about the mean; `null` for a single subject. */
  readonly cross: Float64Array | null;
};

/** Variables that are the same for all rows of a subject, and the cluster the subject belongs to. */
export type SubjectVariables = { readonly variables: Variables; readonly cluster: number };

/** Data brought to sums, whichever way they came: everything a fit reads. */
export type Collected = {
  /** The distinct rows of variables that vary within subjects. */
  readonly rows: readonly Variables[];
  readonly subjects: readonly SubjectVariables[];
  readonly summaries: readonly Summary[];
  readonly factors: ReadonlySet<string>;
  /** The names of the clusters, in order; empty when the model has none. */
  readonly clusters: readonly string[];
};

/** How many observations and subjects there are. */
export function sizeOf({ summaries }: Pick<Collected, 'summaries'>): {
  observations: number;
  subjects: number;
} {
  let observations = 0;
  let subjects = 0;
  for (const { count, rows } of summaries) {
    observations += count * rows.length;
    subjects += count;
  }
  return { observations, subjects };
}
