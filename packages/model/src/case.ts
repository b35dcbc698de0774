import * as z from 'zod/mini';
import { Answer } from './answer.js';
import { Id, LocalId } from './id.js';

/**
 * A worked example: answers by the publisher's item number and the scores they must give, by scale.
 * `null` as an answer means unanswered; `null` as an expected score means it cannot be computed.
 */
export const Case = z.strictObject({
  instrument: Id,
  version: z.optional(z.string()),
  answers: z.record(z.string(), z.nullable(Answer)),
  context: z.optional(z.record(z.string(), z.unknown())),
  expected: z.record(LocalId, z.nullable(z.union([z.number(), z.string()]))),
  source: z.optional(z.string().check(z.minLength(5))),
});
/** A worked example of scoring, with its source. */
export type Case = z.infer<typeof Case>;
