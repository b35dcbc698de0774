import * as z from 'zod/mini';
import { LocalId } from './id.js';

const counts = { answered: z.int(), of: z.int() };

/** A scale's value, or null with the reason; always with how many of its items were answered. */
export const Score = z.union([
  z.strictObject({ value: z.number(), standardError: z.optional(z.number()), ...counts }),
  z.strictObject({
    value: z.null(),
    reason: z.enum(['too-few-answered', 'not-in-table']),
    ...counts,
  }),
]);
/** A scale's value, or null with the reason; always with how many of its items were answered. */
export type Score = z.infer<typeof Score>;

/** One score for each scale, by the scale's id. */
export const Scores = z.record(LocalId, Score);
/** One score for each scale, by the scale's id. */
export type Scores = Readonly<z.infer<typeof Scores>>;
