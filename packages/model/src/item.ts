import * as z from 'zod/mini';
import { Condition } from './condition.js';
import { LocalId } from './id.js';

/** The reasons without a value that a form can print as options of their own. */
export const printedReasons = ['not-applicable', 'dont-know'] as const;

/** One way to answer: a value, or an option that says why there is none ("not applicable"). */
export const Option = z.union([
  z.strictObject({ value: z.int() }),
  z.strictObject({ missing: z.enum(printedReasons) }),
]);
/** One way to answer. */
export type Option = z.infer<typeof Option>;

const named = {
  id: LocalId,
  number: z.string().check(z.minLength(1)),
  shownWhen: z.optional(Condition),
};

/** Beyond this a number is no count a person gives. */
const mostCounted = 100_000;

/** What is asked: one of a set of options, or a whole number such as a count of days. */
export const Item = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('options'), options: LocalId }),
  z.strictObject({
    ...named,
    kind: z.literal('count'),
    minimum: z.int().check(z.minimum(-mostCounted)),
    maximum: z.int().check(z.maximum(mostCounted)),
  }),
]);
/** What is asked; `number` is the publisher's item number, `shownWhen` the rule for asking it at all. */
export type Item = z.infer<typeof Item>;

/** The label an option goes by in a wording: its value, or why it has none. */
export function optionKey(option: Option): string {
  return 'value' in option ? String(option.value) : option.missing;
}
