import { greatest } from './linear-program.js';

/** Sets of places; each must have one of its places chosen. */
export type Gaps = readonly (readonly number[])[];

/** What each place costs, above zero. */
export type Losses = ReadonlyMap<number, number>;

/** A choice that closes all gaps; `proven` when none is cheaper. */
export type Cover = {
  readonly chosen: ReadonlySet<number>;
  readonly loss: number;
  readonly proven: boolean;
  /** How much of the work allowed it took. */
  readonly work: number;
};

const near = 1e-7;

/** About how many multiplications one linear program takes. */
function workOf(gaps: Gaps): number {
  const places = new Set(gaps.flat()).size;
  return gaps.length * places * (gaps.length + places);
}

/** What a set of places costs together. */
export function lossOf(places: Iterable<number>, losses: Losses): number {
  let sum = 0;
  for (const place of places) sum += losses.get(place)!;
  return sum;
}

/** Closes every gap by the place that is cheapest for the number of gaps it closes. */
export function greedyCover(gaps: Gaps, losses: Losses): Set<number> {
  const chosen = new Set<number>();
  let open = gaps;
  while (open.length > 0) {
    const closes = new Map<number, number>();
    for (const place of open.flat()) closes.set(place, (closes.get(place) ?? 0) + 1);
    const price = (place: number) => losses.get(place)! / closes.get(place)!;
    const best = [...closes.keys()].reduce((a, b) => (price(b) < price(a) ? b : a));
    chosen.add(best);
    open = open.filter((gap) => !gap.includes(best));
  }
  for (const place of [...chosen].sort((a, b) => losses.get(b)! - losses.get(a)!)) {
    chosen.delete(place);
    if (!gaps.every((gap) => gap.some((one) => chosen.has(one)))) chosen.add(place);
  }
  return chosen;
}

/**
 * The least loss when places may be chosen in part, and how much of each.
 *
 * Solved from the other side: every gap offers a price, no place may be offered more than it costs,
 * and the prices of the slacks are the shares. Offering nothing is feasible, so one phase is enough.
 */
function fractionalCover(gaps: Gaps, losses: Losses) {
  const places = [...new Set(gaps.flat())];
  const rowOf = new Map(places.map((place, row) => [place, row]));
  const rows = places.map((place, row) => {
    const numbers = Array<number>(gaps.length + places.length + 1).fill(0);
    numbers[gaps.length + row] = 1;
    numbers[gaps.length + places.length] = losses.get(place)!;
    return numbers;
  });
  gaps.forEach((gap, column) => {
    for (const place of gap) rows[rowOf.get(place)!]![column] = 1;
  });
  const basis = places.map((_, row) => gaps.length + row);
  const { value, prices } = greatest(
    { rows, basis, variables: gaps.length },
    gaps.map(() => 1),
  );
  return { loss: value, places, x: prices.slice(gaps.length) };
}

/**
 * The cheapest choice that closes every gap: branch and bound over linear programs. A gap without
 * places cannot be closed and must not be handed in. When the work allowed (multiplications, about)
 * is used up, the best choice found so far is returned unproven.
 */
export function cheapestCover(gaps: Gaps, losses: Losses, allowed: number): Cover {
  let chosen = greedyCover(gaps, losses);
  let loss = lossOf(chosen, losses);
  let work = 0;
  let proven = true;
  const walk = (open: Gaps, taken: readonly number[], paid: number): void => {
    if (open.length === 0) {
      if (paid < loss) [chosen, loss] = [new Set(taken), paid];
      return;
    }
    if (open.some((gap) => gap.length === 0)) return;
    work += workOf(open);
    if (work > allowed) {
      proven = false;
      return;
    }
    const part = fractionalCover(open, losses);
    if (paid + part.loss >= loss - near) return;
    const split = part.x.findIndex((share) => share > near && share < 1 - near);
    if (split < 0) {
      const whole = part.places.filter((_, i) => part.x[i]! > 0.5);
      [chosen, loss] = [new Set([...taken, ...whole]), paid + lossOf(whole, losses)];
      return;
    }
    const place = part.places[split]!;
    const without = open.map((gap) => gap.filter((one) => one !== place));
    walk(
      open.filter((gap) => !gap.includes(place)),
      [...taken, place],
      paid + losses.get(place)!,
    );
    walk(without, taken, paid);
  };
  walk(gaps, [], 0);
  return { chosen, loss, proven, work };
}
