import * as z from 'zod/mini';
import { LocalId } from './id.js';

const counts = { answered: z.int(), of: z.int() };

/**
 * Why a scale has no score: too few of its own items answered; too few of the whole form; a raw
 * value that the published table does not hold; no pair among which a share could be taken.
 */
export const noScoreReasons = [
  'too-few-answered',
  'form-incomplete',
  'not-in-table',
  'nothing-to-count',
] as const;

/** A scale's value, or null with the reason; always with how many of its items were answered. */
export const Score = z.union([
  z.strictObject({ value: z.number(), standardError: z.optional(z.number()), ...counts }),
  z.strictObject({
    value: z.null(),
    reason: z.enum(noScoreReasons),
    ...counts,
  }),
]);
/** A scale's value, or null with the reason; always with how many of its items were answered. */
export type Score = z.infer<typeof Score>;

/** One score for each scale, by the scale's id. */
export const Scores = z.record(LocalId, Score);
/** One score for each scale, by the scale's id. */
export type Scores = Readonly<z.infer<typeof Scores>>;
