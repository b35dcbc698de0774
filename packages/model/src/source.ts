import * as z from 'zod/mini';
import { Day, LocalId } from './id.js';

/** `seen`: read in the source itself. `memory`: not confirmed, so it drives no behaviour. */
export const Mark = z.enum(['seen', 'memory']);

/** Where a fact about an instrument comes from. */
export const Source = z.strictObject({
  id: LocalId,
  citation: z.string().check(z.minLength(5)),
  url: z.optional(z.string().check(z.regex(/^https:\/\//))),
  mark: Mark,
});
/** Where a fact about an instrument comes from. */
export type Source = z.infer<typeof Source>;

/** The classes of permission an instrument can come under. */
export const rightsClasses = [
  'public-domain',
  'free-to-reproduce',
  'non-commercial',
  'permission-required',
  'proprietary',
] as const;

/** Who owns an instrument's wording and what that allows. */
export const Rights = z.strictObject({
  class: z.enum(rightsClasses),
  holder: z.string().check(z.minLength(2)),
  credit: z.string().check(z.minLength(2)),
  evidence: z.string().check(z.minLength(5)),
  checked: Day,
  /** Where permission is asked: an https address, or who and how. */
  ask: z.optional(z.string().check(z.minLength(5))),
});
/** Who owns an instrument's wording and what that allows. */
export type Rights = z.infer<typeof Rights>;

/** Whether the wording may be part of what we ship. */
export function mayShipWording(rights: Pick<Rights, 'class'>): boolean {
  return rights.class === 'public-domain' || rights.class === 'free-to-reproduce';
}
