import { cheapestCover, greedyCover, lossOf, type Gaps, type Losses } from './cheapest-cover.js';

/** Something that may be hidden, and what hiding it costs. */
export type Candidate = { readonly place: number; readonly loss: number };

/**
 * Looks at what would be hidden and returns gaps: sets of places of which at least one more must be
 * hidden, none of them hidden yet; no gaps when nothing more needs to be hidden.
 */
export type FindGaps = (hidden: ReadonlySet<number>) => Iterable<readonly number[]>;

const isSafe = (gaps: Iterable<readonly number[]>) => gaps[Symbol.iterator]().next().done === true;

/** What to hide besides what must be hidden. */
export type LeastLoss = {
  readonly hidden: ReadonlySet<number>;
  readonly loss: number;
  /** Whether it is proven that nothing cheaper will do; false when the search was cut short. */
  readonly proven: boolean;
};

/** How the figures hidden besides the small ones were chosen. */
export type SuppressionMethod =
  | 'complementary suppression, least loss proven'
  | 'complementary suppression, greedy, least loss not proven';

/** Names how a choice was found. */
export function methodOf({ proven }: LeastLoss): SuppressionMethod {
  return proven
    ? 'complementary suppression, least loss proven'
    : 'complementary suppression, greedy, least loss not proven';
}

/** Shows again, dearest first, what turns out not to be needed. */
function showAgain(
  chosen: ReadonlySet<number>,
  must: ReadonlySet<number>,
  losses: Losses,
  findGaps: FindGaps,
): Set<number> {
  const kept = new Set(chosen);
  for (const place of [...chosen].sort((a, b) => losses.get(b)! - losses.get(a)!)) {
    kept.delete(place);
    if (!isSafe(findGaps(new Set([...must, ...kept])))) kept.add(place);
  }
  return kept;
}

/**
 * Finds what else to hide at least loss; `undefined` when a gap cannot be closed.
 *
 * Gaps are collected round by round and closed together as cheaply as possible until none is open;
 * every gap is necessary, so the first choice without a gap is the cheapest (implicit hitting sets,
 * Chandrasekaran et al. 2011; for tables Fischetti and Salazar 2000). When the `work` allowed is used up,
 * greedy choices finish it and `proven` is false.
 */
export function hideAtLeastLoss(
  must: ReadonlySet<number>,
  candidates: readonly Candidate[],
  findGaps: FindGaps,
  { work = 3e8 }: { readonly work?: number } = {},
): LeastLoss | undefined {
  const losses = new Map(candidates.map(({ place, loss }) => [place, loss]));
  const known = new Map<string, readonly number[]>();
  const gapsLeft = (chosen: ReadonlySet<number>): Gaps => {
    const gaps = [...findGaps(new Set([...must, ...chosen]))];
    const usable = gaps.map((gap) => gap.filter((place) => losses.has(place)));
    for (const gap of usable) known.set(gap.join(), gap);
    return usable;
  };

  // Adding greedily until nothing is left open finds most of the gaps, and a choice to fall back on.
  let fallback = new Set<number>();
  for (let open = gapsLeft(fallback); open.length > 0; open = gapsLeft(fallback)) {
    if (open.some((gap) => gap.length === 0)) return undefined;
    fallback = new Set([...fallback, ...greedyCover(open, losses)]);
  }
  let left = work;
  while (left > 0) {
    const cover = cheapestCover([...known.values()], losses, left);
    if (!cover.proven) break;
    const { chosen, loss } = cover;
    if (gapsLeft(chosen).length === 0)
      return { hidden: new Set([...must, ...chosen]), loss, proven: true };
    // Every round costs something, so that the rounds come to an end.
    left -= cover.work + work / 200;
  }
  const chosen = showAgain(fallback, must, losses, findGaps);
  return { hidden: new Set([...must, ...chosen]), loss: lossOf(chosen, losses), proven: false };
}
