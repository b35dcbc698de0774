import * as z from 'zod/mini';
import { LocalId } from './id.js';
import { BandRule, MeaningfulChange, Norm, Reliability, Threshold } from './interpretation.js';
import { Method, Recode, Step } from './method.js';

/**
 * What silence does. With fewer than `minimumAnswered` items there is no score; with more,
 * `none` uses the answered items only and `person-mean` puts their mean where answers are missing.
 */
export const Missing = z.strictObject({
  minimumAnswered: z.int().check(z.minimum(1)),
  fill: z.enum(['none', 'person-mean']),
  /** Items that may be "not applicable" without counting as missing. */
  mayNotApply: z.optional(z.array(LocalId)),
  /** Items the form itself has left blank where they do not apply: no silence about them counts. */
  maySkip: z.optional(z.array(LocalId)),
  source: LocalId,
});

/**
 * Items that are scored together; a single item and a total are scales too. A scale over `scales`
 * takes the scores of scales named before it in place of items.
 */
export const Scale = z.strictObject({
  id: LocalId,
  name: z.string().check(z.minLength(2)),
  items: z.array(LocalId),
  scales: z.optional(z.array(LocalId).check(z.minLength(1))),
  reversed: z.array(LocalId),
  recodes: z.optional(z.array(Recode)),
  method: Method,
  then: z.optional(z.array(Step)),
  missing: Missing,
  range: z.tuple([z.number(), z.number()]),
  unit: z.optional(z.string()),
  /** `neither`: a count or a stage without a better side; a change there is never an improvement. */
  direction: z.enum(['higher-is-better', 'lower-is-better', 'neither']),
  /** True where the steps have an order and no size, such as stages: a mean of them says nothing. */
  ordinal: z.optional(z.literal(true)),
  source: LocalId,
  reliability: z.array(Reliability),
  thresholds: z.array(Threshold),
  bands: z.optional(z.array(BandRule)),
  changes: z.optional(z.array(MeaningfulChange)),
  norms: z.optional(z.array(Norm)),
});
/** Items that are scored together. */
export type Scale = z.infer<typeof Scale>;
