import * as z from 'zod/mini';
import { check, type Checked } from './fault.js';
import { Language } from './id.js';

/** Someone to turn to: who, how to reach them, and a link to call, text or read where there is one. */
export const Contact = z.strictObject({
  name: z.string().check(z.minLength(2)),
  how: z.string().check(z.minLength(2)),
  href: z.optional(z.string().check(z.regex(/^(tel:\+?[\d-]+|sms:\+?[\d-]+|https:\/\/\S+)$/))),
});
/** Someone to turn to. */
export type Contact = z.infer<typeof Contact>;

/**
 * What the support panel says when an answer raises a safety flag: a heading, a sentence or two,
 * and whom to turn to, in the order they are offered, a peer or a warmline first.
 */
export const Support = z.strictObject({
  $schema: z.optional(z.string()),
  language: Language,
  heading: z.string().check(z.minLength(2)),
  text: z.string().check(z.minLength(2)),
  contacts: z.array(Contact).check(z.minLength(1)),
});
/** What the support panel says. */
export type Support = z.infer<typeof Support>;

/** Checks the words of a support panel from outside: never without anyone to turn to. */
export function parseSupport(value: unknown): Checked<Support> {
  return check(Support, value);
}
