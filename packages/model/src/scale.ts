import * as z from 'zod/mini';
import { LocalId } from './id.js';
import { Mark } from './source.js';

/** How item values become one number; the closed list of named methods. */
export const Method = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('sum') }),
  z.strictObject({ name: z.literal('mean') }),
  z.strictObject({ name: z.literal('single-item') }),
  z.strictObject({ name: z.literal('capped-sum'), cap: z.number() }),
]);
/** How item values become one number. */
export type Method = z.infer<typeof Method>;

/**
 * What silence does. With fewer than `minimumAnswered` items there is no score; with more,
 * `none` uses the answered items only and `person-mean` puts their mean where answers are missing.
 */
export const Missing = z.strictObject({
  minimumAnswered: z.int().check(z.minimum(1)),
  fill: z.enum(['none', 'person-mean']),
  source: LocalId,
});

/** How consistent or stable a scale was in one published sample. */
export const Reliability = z.strictObject({
  type: z.enum(['alpha', 'omega', 'test-retest', 'icc']),
  value: z.number().check(z.gt(0), z.lt(1)),
  population: z.string().check(z.minLength(2)),
  n: z.optional(z.int()),
  source: LocalId,
  mark: Mark,
});
/** How consistent or stable a scale was in one published sample. */
export type Reliability = z.infer<typeof Reliability>;

/** A published line a score can be on one side of; `strict` excludes the value itself. */
export const Threshold = z.strictObject({
  id: LocalId,
  meaning: z.string().check(z.minLength(2)),
  side: z.enum(['below', 'above']),
  value: z.number(),
  strict: z.boolean(),
  source: LocalId,
  mark: Mark,
});
/** A published line a score can be on one side of. */
export type Threshold = z.infer<typeof Threshold>;

/** Items that are scored together. A single item and a total are scales too. */
export const Scale = z.strictObject({
  id: LocalId,
  name: z.string().check(z.minLength(2)),
  items: z.array(LocalId).check(z.minLength(1)),
  reversed: z.array(LocalId),
  method: Method,
  missing: Missing,
  range: z.tuple([z.number(), z.number()]),
  unit: z.optional(z.string()),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  source: LocalId,
  reliability: z.array(Reliability),
  thresholds: z.array(Threshold),
});
/** Items that are scored together. */
export type Scale = z.infer<typeof Scale>;
