import * as z from 'zod/mini';
import { check, type Checked } from './fault.js';

/**
 * A worked example as people outside write it: of the right form, its names still to be understood.
 * Answers may be a list, in the order of the items; an expectation may hold others.
 */
export const OutsideCase = z.object({
  instrument: z.string().check(z.minLength(1)),
  version: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  answers: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  context: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  expected: z.record(z.string().check(z.minLength(1)), z.unknown()),
});
/** A worked example as people outside write it. */
export type OutsideCase = Readonly<z.infer<typeof OutsideCase>>;

/** Checks the form of one case from outside; fields that are not known are passed over. */
export function parseOutsideCase(value: unknown): Checked<OutsideCase> {
  return check(OutsideCase, value);
}
