import { fitsIntegers, greatestInteger } from './integer-bound.js';
import type { LinearRow } from './linear-program.js';
import type { Fact, Term } from './facts.js';

/** A quantity an attacker is after: a count, or a sum or difference of counts. */
export type Quantity = { readonly name: string; readonly terms: readonly Term[] };

/** What a quantity can be given everything known; ends may be infinite. */
export type QuantityInterval = {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** False when the search was cut short: the true interval may be narrower. */
  readonly exact: boolean;
};

/** Facts as rows over numbered counts, and a way to number a quantity's terms alike. */
function numbered(facts: readonly Fact[], quantities: readonly Quantity[]) {
  const terms = [...facts, ...quantities].flatMap((one) => one.terms);
  const names = [...new Set(terms.map(({ count }) => count))];
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const weightsOf = (own: readonly Term[], sign = 1) => {
    const weights = Array<number>(names.length).fill(0);
    for (const { count, weight } of own) weights[placeOf.get(count)!]! += sign * weight;
    return weights;
  };
  const rows = facts.map(({ terms, low, high }): LinearRow => {
    return { weights: weightsOf(terms), low, high };
  });
  return { rows, weightsOf, variables: names.length };
}

/**
 * What an attacker can work out from any published sums, percentages, means and releases together:
 * the interval of each quantity over whole numbers of zero or more, by integer linear programming.
 *
 * For small systems (tens of counts). `undefined` when the facts contradict each other. A table
 * with nothing but totals is faster with `attackTable`, which gives the same.
 */
export function attackFacts(
  facts: readonly Fact[],
  quantities: readonly Quantity[],
  { branches = 200 } = {},
): QuantityInterval[] | undefined {
  const { rows, weightsOf } = numbered(facts, quantities);
  const found: QuantityInterval[] = [];
  for (const { name, terms } of quantities) {
    const high = greatestInteger(rows, weightsOf(terms), { branches });
    const low = greatestInteger(rows, weightsOf(terms, -1), { branches });
    if (!high || !low) return undefined;
    found.push({ name, low: 0 - low.value, high: high.value, exact: high.exact && low.exact });
  }
  return found;
}

/**
 * Whether a quantity may be `atLeast` or more as far as the facts go; `undefined` when the search
 * was cut short, which a careful reader takes for no.
 */
export function mayReach(
  facts: readonly Fact[],
  quantity: Quantity,
  atLeast: number,
): boolean | undefined {
  const { rows, weightsOf, variables } = numbered(facts, [quantity]);
  const reached = { weights: weightsOf(quantity.terms), low: atLeast, high: Infinity };
  return fitsIntegers([...rows, reached], variables);
}

/** Whether the facts do not contradict each other, as far as a short search can tell. */
export function canAllBeTrue(facts: readonly Fact[]): boolean {
  const { rows, variables } = numbered(facts, []);
  return fitsIntegers(rows, variables) !== false;
}
