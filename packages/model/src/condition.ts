import * as z from 'zod/mini';
import { LocalId } from './id.js';

const Comparison = z.strictObject({
  item: LocalId,
  is: z.enum(['=', '!=', '<', '<=', '>', '>=']),
  value: z.number(),
});

/** A rule about answers, as data: one item compared with a value, or rules joined by all, any, not. */
export type Condition =
  z.infer<typeof Comparison> | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** A rule about answers, as data: one item compared with a value, or rules joined by all, any, not. */
export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    Comparison,
    z.strictObject({ all: z.array(Condition).check(z.minLength(1)) }),
    z.strictObject({ any: z.array(Condition).check(z.minLength(1)) }),
    z.strictObject({ not: Condition }),
  ]),
);
