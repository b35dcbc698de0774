import * as z from 'zod/mini';
import { Answer } from './answer.js';
import { Id } from './id.js';

const scaleOrThreshold = z
  .string()
  .check(z.regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)?$/));

/**
 * A worked example: answers by the publisher's item number (`null` or absent: unanswered) and what
 * they must give. `expected` goes by scale id, `null` where no score can be given; `scale.threshold`
 * is true when the score lies on the side the threshold names, false when not, null without a score.
 */
export const Case = z.strictObject({
  instrument: Id,
  version: z.optional(z.string()),
  answers: z.record(z.string(), z.nullable(Answer)),
  context: z.optional(z.record(z.string(), z.unknown())),
  expected: z.record(scaleOrThreshold, z.nullable(z.union([z.number(), z.string(), z.boolean()]))),
  source: z.optional(z.string().check(z.minLength(5))),
});
/** A worked example of scoring, with its source. */
export type Case = z.infer<typeof Case>;
