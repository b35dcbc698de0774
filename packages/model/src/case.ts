import * as z from 'zod/mini';
import { Answer } from './answer.js';
import { check, type Checked } from './fault.js';
import { Id } from './id.js';

/**
 * A worked example: answers by the publisher's item number (`null` or absent: unanswered) and what
 * they must give. `expected` goes by scale id, `null` where no score can be given. `scale.rule` asks
 * for a threshold (true on the side it names, false on the other) or for a set of bands (its label),
 * null without a score; `band` alone is the label of the one scale that has bands. `total` is also
 * understood as the one scale over all items. `flags` is the list of the flags raised, all of them
 * and no other; `flags.<id>` asks for one flag's state: `raised`, `not-raised` or `not-answered`.
 * Fields that are not known are passed over.
 */
export const Case = z.object({
  instrument: Id,
  version: z.optional(z.string()),
  answers: z.record(z.string(), z.nullable(Answer)),
  context: z.optional(z.record(z.string(), z.unknown())),
  expected: z.record(
    z.string().check(z.minLength(1)),
    z.nullable(z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])),
  ),
  source: z.optional(z.string().check(z.minLength(5))),
});
/** A worked example of scoring, with its source. */
export type Case = z.infer<typeof Case>;

/** Checks a list of worked examples from outside. */
export function parseCases(value: unknown): Checked<Case[]> {
  return check(z.array(Case), value);
}
