import * as z from 'zod/mini';
import { LocalId } from './id.js';

/** Why an item has no value. */
export const missingReasons = [
  'skipped',
  'prefer-not-to-say',
  'not-applicable',
  'dont-know',
  'not-shown',
  'unreadable',
] as const;

/** Why an item has no value. */
export const MissingReason = z.enum(missingReasons);
/** Why an item has no value. */
export type MissingReason = z.infer<typeof MissingReason>;

/** The value of the option that was chosen or the number that was entered; else why there is none. */
export const Answer = z.union([z.number(), MissingReason]);
/** The value of the option that was chosen or the number that was entered; else why there is none. */
export type Answer = z.infer<typeof Answer>;

/** One answer for each item that was asked, by the item's id. */
export const Answers = z.record(LocalId, Answer);
/** One answer for each item that was asked, by the item's id. */
export type Answers = Readonly<z.infer<typeof Answers>>;
