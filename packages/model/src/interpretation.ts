import * as z from 'zod/mini';
import { LocalId } from './id.js';
import { Mark } from './source.js';

const cited = { source: LocalId, mark: Mark };
const When = z.record(LocalId, z.string());

/** How consistent or stable a scale was in one published sample. */
export const Reliability = z.strictObject({
  type: z.enum(['alpha', 'omega', 'test-retest', 'icc']),
  value: z.number().check(z.gt(0), z.lt(1)),
  population: z.string().check(z.minLength(2)),
  n: z.optional(z.int()),
  ...cited,
});
/** How consistent or stable a scale was in one published sample. */
export type Reliability = z.infer<typeof Reliability>;

/**
 * A published line a score can be on one side of; `strict` excludes the value itself. `when` limits
 * it to a context, such as `{ "sex": "female" }`.
 */
export const Threshold = z.strictObject({
  id: LocalId,
  meaning: z.string().check(z.minLength(2)),
  side: z.enum(['below', 'above']),
  value: z.number(),
  strict: z.boolean(),
  when: z.optional(When),
  ...cited,
});
/** A published line a score can be on one side of. */
export type Threshold = z.infer<typeof Threshold>;

/** One published way to name ranges of a score; both ends belong to the range. */
export const BandRule = z.strictObject({
  id: LocalId,
  bands: z
    .array(z.strictObject({ from: z.number(), to: z.number(), label: z.string() }))
    .check(z.minLength(2)),
  when: z.optional(When),
  ...cited,
});
/** One published way to name ranges of a score. */
export type BandRule = z.infer<typeof BandRule>;

/** A published size of change that matters, for one person or between groups. */
export const MeaningfulChange = z.strictObject({
  id: LocalId,
  kind: z.enum(['minimal-important', 'reliable', 'moderate']),
  level: z.enum(['person', 'group']),
  value: z.number().check(z.gt(0)),
  ...cited,
});
/** A published size of change that matters. */
export type MeaningfulChange = z.infer<typeof MeaningfulChange>;

/** Mean and spread of a scale in one published population. */
export const Norm = z.strictObject({
  population: z.string().check(z.minLength(2)),
  n: z.optional(z.int()),
  mean: z.number(),
  sd: z.optional(z.number().check(z.gt(0))),
  ...cited,
});
/** Mean and spread of a scale in one published population. */
export type Norm = z.infer<typeof Norm>;
