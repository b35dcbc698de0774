import * as z from 'zod/mini';
import { Answer, type MissingReason } from './answer.js';
import { LocalId } from './id.js';

/**
 * Numbers that files from elsewhere carry in place of an answer: 88 for none, 77 for "don't know".
 * Pages never give them; whoever reads such a file turns them into what they stand for.
 */
export const Codes = z.strictObject({
  items: z.array(LocalId).check(z.minLength(1)),
  values: z.record(z.string().check(z.regex(/^-?\d+$/)), Answer),
  source: LocalId,
});
/** Numbers that files from elsewhere carry in place of an answer. */
export type Codes = z.infer<typeof Codes>;

/** The answer a number from elsewhere stands for: its code's meaning, else the number itself. */
export function answerOfCode(
  item: string,
  value: number,
  codes: readonly Codes[] = [],
): number | MissingReason {
  const found = codes.find(({ items, values }) => items.includes(item) && value in values);
  return found ? found.values[value]! : value;
}
