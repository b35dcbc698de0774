import { refuse, type Result } from '../result.js';
import {
  attackFacts,
  canAllBeTrue,
  mayReach,
  type Quantity,
  type QuantityInterval,
} from './attack-facts.js';
import { shownSum, type Fact } from './facts.js';
import { hideAtLeastLoss } from './least-loss.js';
import { defaultThreshold, isSmallCount } from './small-count.js';

/** Something to be published: what it tells, and what it costs not to. */
export type Statement = {
  readonly id: string;
  readonly facts: readonly Fact[];
  /** Cost of hiding it, default 1; Infinity for what is already published. */
  readonly loss?: number;
};

/** A quantity with its true value, which must not be known to be small if it is. */
export type SensitiveQuantity = Quantity & { readonly value: number };

/** Which statements may go out together. */
export type SuppressedFacts = {
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
  /** What an attacker can still say of each small quantity. */
  readonly intervals: readonly QuantityInterval[];
  readonly loss: number;
  readonly leastLoss: boolean;
  readonly threshold: number;
};

/** Everything to be published and protected; `knowledge` is what an attacker knows anyway. */
export type FactsToPublish = {
  readonly statements: readonly Statement[];
  readonly sensitive: readonly SensitiveQuantity[];
  readonly knowledge?: readonly Fact[];
};

/**
 * Chooses which statements to withhold, at least loss, so that no sensitive quantity from 1 to
 * `threshold` - 1 is known to be below the threshold through sums, percentages, means times n or an
 * earlier release.
 *
 * A difference of two releases is a quantity like any other: name it as sensitive and three
 * newcomers are protected too. Refused when what is already published discloses one.
 */
export function suppressFacts(
  { statements, sensitive, knowledge = [] }: FactsToPublish,
  { threshold = defaultThreshold } = {},
): Result<SuppressedFacts> {
  const small = sensitive.filter(({ value }) => value >= 0 && isSmallCount(value, { threshold }));
  const factsWithout = (hidden: ReadonlySet<number>) => [
    ...knowledge,
    ...statements.flatMap(({ facts }, place) => (hidden.has(place) ? [] : facts)),
  ];
  if (!canAllBeTrue(factsWithout(new Set())))
    throw new RangeError('suppressFacts requires statements that can all be true');
  const disclosed = (hidden: ReadonlySet<number>, quantity: Quantity) =>
    mayReach(factsWithout(hidden), quantity, threshold) !== true;
  const candidates = statements
    .map(({ loss = 1 }, place) => ({ place, loss }))
    .filter(({ loss }) => loss < Infinity);
  const dearestFirst = candidates.toSorted((a, b) => b.loss - a.loss);
  const findGaps = (hidden: ReadonlySet<number>) => {
    const open = small.find((quantity) => disclosed(hidden, quantity));
    if (!open) return [];
    // Hide as much as can be hidden in vain: one of what is left is needed.
    const vain = new Set(hidden);
    for (const { place } of dearestFirst) {
      if (vain.has(place)) continue;
      vain.add(place);
      if (!disclosed(vain, open)) vain.delete(place);
    }
    return [candidates.map(({ place }) => place).filter((place) => !vain.has(place))];
  };
  const found = hideAtLeastLoss(new Set(), candidates, findGaps);
  if (!found) return refuse('what is already published discloses a small count', small.length);
  const ids = (hidden: boolean) =>
    statements.filter((_, place) => found.hidden.has(place) === hidden).map(({ id }) => id);
  return {
    computable: true,
    shown: ids(false),
    hidden: ids(true),
    intervals: attackFacts(factsWithout(found.hidden), small)!,
    loss: found.loss,
    leastLoss: found.proven,
    threshold,
  };
}

/** A statement that shows one count; the most common one. */
export function showCount(count: string, value: number): Statement {
  return { id: count, facts: shownSum([count], value) };
}
