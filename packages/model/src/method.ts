import * as z from 'zod/mini';
import { LocalId } from './id.js';

const items = z.array(LocalId).check(z.minLength(1));
const named = <const N extends string>(name: N) => ({ name: z.literal(name) });

/** How values become one number; the closed list of named methods. */
export const Method = z.discriminatedUnion('name', [
  z.strictObject(named('sum')),
  z.strictObject(named('mean')),
  z.strictObject(named('single-item')),
  /** A sum that never exceeds `cap`: the index of unhealthy days in a month. */
  z.strictObject({ ...named('capped-sum'), cap: z.number() }),
  z.strictObject({
    ...named('weighted-sum'),
    weights: z.record(LocalId, z.number()),
    add: z.optional(z.number()),
  }),
  /** 100 x (sum - lowest possible) / (highest possible - lowest possible), of the answered items. */
  z.strictObject(named('percent-of-maximum')),
  /** How many criteria are met; one is met when `needed` of its items are `atLeast` that high. */
  z.strictObject({
    ...named('criteria-count'),
    criteria: z
      .array(z.strictObject({ id: LocalId, items, atLeast: z.number(), needed: z.int() }))
      .check(z.minLength(1)),
  }),
  /** How many items have one of the values that count for them. */
  z.strictObject({
    ...named('dichotomised-count'),
    counts: z.record(LocalId, z.array(z.number()).check(z.minLength(1))),
  }),
  /** The place, from 1, of the stage with the highest sum. */
  z.strictObject({
    ...named('highest-sum'),
    stages: z.array(z.strictObject({ id: LocalId, items })).check(z.minLength(2)),
    ties: z.enum(['earlier', 'later']),
  }),
  /** The share, 0 to 1, of answered items that have one of these values. */
  z.strictObject({ ...named('proportion'), values: z.array(z.number()).check(z.minLength(1)) }),
  /**
   * The share, 0 to 1, of pairs whose second item has one of the values `having`, among the pairs
   * whose first item has one of the values `among` and whose second is answered: of the areas that
   * matter to a person, those with enough in them. No score where no pair is among them.
   */
  z.strictObject({
    ...named('share-among'),
    pairs: z.array(z.tuple([LocalId, LocalId])).check(z.minLength(1)),
    among: z.array(z.number()).check(z.minLength(1)),
    having: z.array(z.number()).check(z.minLength(1)),
  }),
]);
/** How values become one number. */
export type Method = z.infer<typeof Method>;

/** Other values for what was answered, by the answered value; they include the turning round. */
export const Recode = z.strictObject({
  items,
  values: z.record(z.string().check(z.regex(/^-?\d+$/)), z.number()),
});

/** What happens to the number a method gave, in order. */
export const Step = z.discriminatedUnion('name', [
  z.strictObject({ ...named('linear'), multiply: z.number(), add: z.number() }),
  /** To so many decimals, halves upwards. */
  z.strictObject({ ...named('round'), decimals: z.int().check(z.minimum(0), z.maximum(6)) }),
  /** Raw value, score on the published metric, its standard error where one is published. */
  z.strictObject({
    ...named('look-up'),
    table: z.array(z.tuple([z.number(), z.number(), z.nullable(z.number())])).check(z.minLength(2)),
  }),
]);
/** What happens to the number a method gave. */
export type Step = z.infer<typeof Step>;
