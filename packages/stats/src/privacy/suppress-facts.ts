import { refuse, type Result } from '../result.js';
import {
  attackFacts,
  canAllBeTrue,
  mayReach,
  type Quantity,
  type QuantityInterval,
} from './attack-facts.js';
import { shownSum, type Fact } from './facts.js';
import { hideAtLeastLoss, methodOf, type SuppressionMethod } from './least-loss.js';
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
  /** Says the same in words. */
  readonly method: SuppressionMethod;
};

/** Everything to be published and protected; `knowledge` is what an attacker knows anyway. */
export type FactsToPublish = {
  readonly statements: readonly Statement[];
  readonly sensitive: readonly SensitiveQuantity[];
  readonly knowledge?: readonly Fact[];
};

const isZero = ({ low, high }: Fact) => low === 0 && high === 0;
const isShownSum = ({ low, high }: Fact) => low === high && low > 0;

/** What hiding a sum tells someone who knows the rule: zero would have been shown. */
const atLeastOne = (fact: Fact): Fact => ({ ...fact, low: 1, high: Infinity });

/**
 * Chooses which statements to withhold, at least loss, so that no sensitive quantity from 1 to
 * `threshold` - 1 is known to be below the threshold through sums, percentages, means times n or an
 * earlier release. Zeros are shown, so an attacker who knows the rule takes a hidden sum for 1 or
 * more.
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
    ...statements.flatMap(({ facts }, place) =>
      hidden.has(place) ? facts.filter(isShownSum).map(atLeastOne) : facts,
    ),
  ];
  if (!canAllBeTrue(factsWithout(new Set())))
    throw new RangeError('suppressFacts requires statements that can all be true');
  const disclosed = (hidden: ReadonlySet<number>, quantity: Quantity) =>
    mayReach(factsWithout(hidden), quantity, threshold) !== true;
  const candidates = statements
    .map(({ loss = 1 }, place) => ({ place, loss }))
    .filter(({ place, loss }) => loss < Infinity && !statements[place]!.facts.every(isZero));
  const dearestFirst = candidates.toSorted((a, b) => b.loss - a.loss);
  const findGaps = function* (hidden: ReadonlySet<number>) {
    for (const quantity of small) {
      if (!disclosed(hidden, quantity)) continue;
      // Hide as much as can be hidden in vain: one of what is left is needed.
      const vain = new Set(hidden);
      for (const { place } of dearestFirst) {
        if (vain.has(place)) continue;
        vain.add(place);
        if (!disclosed(vain, quantity)) vain.delete(place);
      }
      yield candidates.map(({ place }) => place).filter((place) => !vain.has(place));
    }
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
    method: methodOf(found),
  };
}

/** A statement that shows one count; the most common one. */
export function showCount(count: string, value: number): Statement {
  return { id: count, facts: shownSum([count], value) };
}
