/** Something that may be hidden, and what hiding it costs. */
export type Candidate = { readonly place: number; readonly loss: number };

/**
 * Looks at what would be hidden and returns places of which at least one more must be hidden, or
 * `undefined` when nothing more needs to be. The places returned may not be hidden yet.
 */
export type FindGap = (hidden: ReadonlySet<number>) => readonly number[] | undefined;

/** What to hide besides what must be hidden. */
export type LeastLoss = {
  readonly hidden: ReadonlySet<number>;
  readonly loss: number;
  /** Whether it is proven that nothing cheaper will do; false when the search was cut short. */
  readonly proven: boolean;
};

type Search = { best: ReadonlySet<number>; bestLoss: number; steps: number };

const lossOf = (places: Iterable<number>, losses: ReadonlyMap<number, number>) => {
  let sum = 0;
  for (const place of places) sum += losses.get(place)!;
  return sum;
};

/** The cheapest place of each gap that shares none with the gaps before: what must be paid at least. */
function leastPossible(
  gaps: readonly (readonly number[])[],
  losses: ReadonlyMap<number, number>,
  ruledOut: ReadonlySet<number>,
): number {
  const used = new Set<number>();
  let sum = 0;
  for (const gap of gaps) {
    const open = gap.filter((place) => !ruledOut.has(place));
    if (open.some((place) => used.has(place))) continue;
    for (const place of open) used.add(place);
    sum += Math.min(...open.map((place) => losses.get(place)!));
  }
  return sum;
}

/** Closes every gap by the cheapest place for the number of gaps it closes. */
function greedy(
  gaps: readonly (readonly number[])[],
  losses: ReadonlyMap<number, number>,
): Set<number> {
  const chosen = new Set<number>();
  let open = gaps;
  while (open.length > 0) {
    const closes = new Map<number, number>();
    for (const gap of open)
      for (const place of gap) closes.set(place, (closes.get(place) ?? 0) + 1);
    const price = (place: number) => losses.get(place)! / closes.get(place)!;
    const best = [...closes.keys()].reduce((a, b) => (price(b) < price(a) ? b : a));
    chosen.add(best);
    open = open.filter((gap) => !gap.includes(best));
  }
  return chosen;
}

/** The cheapest places that close every gap found so far, by branch and bound. */
function closeGaps(
  gaps: readonly (readonly number[])[],
  losses: ReadonlyMap<number, number>,
  allowedSteps: number,
): Search {
  const first = greedy(gaps, losses);
  const search: Search = { best: first, bestLoss: lossOf(first, losses), steps: 0 };
  const walk = (chosen: ReadonlySet<number>, loss: number, ruledOut: ReadonlySet<number>): void => {
    search.steps += 1;
    if (search.steps > allowedSteps) return;
    const open = gaps.filter((gap) => !gap.some((place) => chosen.has(place)));
    if (open.length === 0) {
      if (loss < search.bestLoss) [search.best, search.bestLoss] = [chosen, loss];
      return;
    }
    const room = (gap: readonly number[]) => gap.filter((place) => !ruledOut.has(place));
    const tightest = open.map(room).reduce((a, b) => (b.length < a.length ? b : a));
    if (loss + leastPossible(open, losses, ruledOut) >= search.bestLoss - 1e-9) return;
    const tried = new Set(ruledOut);
    for (const place of tightest.toSorted((a, b) => losses.get(a)! - losses.get(b)!)) {
      walk(new Set([...chosen, place]), loss + losses.get(place)!, tried);
      // Having tried it, the other branches may do without it.
      tried.add(place);
    }
  };
  walk(new Set(), 0, new Set());
  return search;
}

/** Shows again, dearest first, what turns out not to be needed. */
function showAgain(
  chosen: ReadonlySet<number>,
  must: ReadonlySet<number>,
  losses: ReadonlyMap<number, number>,
  findGap: FindGap,
): Set<number> {
  const kept = new Set(chosen);
  for (const place of [...chosen].sort((a, b) => losses.get(b)! - losses.get(a)!)) {
    kept.delete(place);
    if (findGap(new Set([...must, ...kept]))) kept.add(place);
  }
  return kept;
}

/**
 * Finds what else to hide at least loss. Gaps are collected one after another and closed together
 * as cheaply as possible until none is left; every gap is necessary, so the first solution without
 * a gap is the cheapest (implicit hitting sets, Chandrasekaran et al. 2011; for tables Fischetti
 * and Salazar 2000). When `steps` run out, greedy choices finish it and `proven` is false.
 */
export function hideAtLeastLoss(
  must: ReadonlySet<number>,
  candidates: readonly Candidate[],
  findGap: FindGap,
  { steps = 20_000 } = {},
): LeastLoss | undefined {
  const losses = new Map(candidates.map(({ place, loss }) => [place, loss]));
  const gaps: (readonly number[])[] = [];
  let chosen: ReadonlySet<number> = new Set<number>();
  let proven = true;
  let left = steps;
  for (;;) {
    const gap = findGap(new Set([...must, ...chosen]));
    if (!gap) break;
    const usable = gap.filter((place) => losses.has(place));
    if (usable.length === 0) return undefined;
    gaps.push(usable);
    const search = closeGaps(gaps, losses, Math.max(left, 1));
    left -= search.steps;
    if (left <= 0) proven = false;
    chosen = proven ? search.best : new Set([...chosen, ...greedy([usable], losses)]);
  }
  if (!proven) chosen = showAgain(chosen, must, losses, findGap);
  return { hidden: new Set([...must, ...chosen]), loss: lossOf(chosen, losses), proven };
}
