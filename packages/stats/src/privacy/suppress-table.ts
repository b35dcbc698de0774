import { flowNetwork } from './flow-network.js';
import { hideAtLeastLoss, methodOf, type Candidate, type SuppressionMethod } from './least-loss.js';
import { publishedTable, type PublishedTable } from './published-table.js';
import { defaultThreshold, isSmallCount } from './small-count.js';
import { checkTable, figuresOf, type CountTable, type Figure } from './table-figures.js';

/** One figure that is not shown and why. */
export type HiddenFigure = Pick<Figure, 'kind' | 'row' | 'column'> & {
  /** Too small itself, or hidden so that a small one cannot be worked out. */
  readonly reason: 'small' | 'protects another';
};

/** A table fit for publication. */
export type SuppressedTable = {
  readonly published: PublishedTable;
  readonly hidden: readonly HiddenFigure[];
  /** Sum of the losses of what was hidden to protect others. */
  readonly loss: number;
  /** Whether it is proven that nothing cheaper protects as well. */
  readonly leastLoss: boolean;
  readonly threshold: number;
  /** Says the same in words. */
  readonly method: SuppressionMethod;
};

/** Which totals go with the table, and what hiding a figure costs. */
export type SuppressOptions = {
  /** The smallest count shown besides zero, default 11. */
  readonly threshold?: number;
  /** Whether row totals are to be shown, default true. */
  readonly rowTotals?: boolean;
  /** Whether column totals are to be shown, default true. */
  readonly columnTotals?: boolean;
  /** Whether the grand total is to be shown, default true. */
  readonly grandTotal?: boolean;
  /** What hiding a figure costs, above zero; by default the number of figures, then of people. */
  readonly lossOf?: (figure: Figure) => number;
  /** About how many multiplications the proof of least loss may take, default 3e8 (a second). */
  readonly work?: number;
};

function defaultLoss(table: CountTable, people: number): (figure: Figure) => number {
  const spans = {
    cell: 1,
    'row total': 1 + table[0]!.length,
    'column total': 1 + table.length,
    'grand total': 1 + table.length * table[0]!.length,
  };
  return ({ kind, value }) => spans[kind] + value / (2 * people + 1);
}

/**
 * The gaps of the small figures: an attacker who knows that hidden figures are at least 1 could tell
 * that they lie below the threshold. Every published figure across the narrowest cut is a way out.
 */
function* gapsOf(
  figures: readonly Figure[],
  small: readonly number[],
  hidden: ReadonlySet<number>,
  { threshold, nodes }: { readonly threshold: number; readonly nodes: number },
): Generator<number[]> {
  const open = [...hidden];
  const arcs = open.map((place) => {
    const { from, to, value } = figures[place]!;
    return { from, to, up: Infinity, down: Math.max(value - 1, 0) };
  });
  const placeOf = new Map(open.map((place, arc) => [place, arc]));
  const shown = figures.map((_, place) => place).filter((place) => !hidden.has(place));
  const push = flowNetwork(arcs, nodes);
  for (const place of small) {
    const { from, to, value } = figures[place]!;
    const enough = threshold - value;
    const way = { source: to, sink: from, without: placeOf.get(place)!, enough };
    const { amount, reachable } = push(way);
    if (amount >= enough) continue;
    const across = (one: number) =>
      figures[one]!.value > 0 &&
      reachable.has(figures[one]!.from) !== reachable.has(figures[one]!.to);
    yield shown.filter(across);
  }
}

/**
 * Hides every count from 1 to `threshold` - 1 in a table and its totals, and as little else as is
 * needed so that none can be worked out.
 *
 * What holds afterwards: an attacker who knows the rule, and so that nothing hidden is zero, finds
 * for each small figure that it may be `threshold` or more. Zeros are shown. Percentages, means or
 * an earlier release give the attacker more: see `suppressFacts`. In R: package sdcTable.
 */
export function suppressTable(table: CountTable, options: SuppressOptions = {}): SuppressedTable {
  checkTable('suppressTable', table);
  const { threshold = defaultThreshold } = options;
  const figures = figuresOf(table);
  const people = figures.at(-1)!.value;
  const { lossOf = defaultLoss(table, people) } = options;
  const unwanted = new Set<string>();
  if (options.rowTotals === false) unwanted.add('row total');
  if (options.columnTotals === false) unwanted.add('column total');
  if (options.grandTotal === false) unwanted.add('grand total');

  const small: number[] = [];
  const must = new Set<number>();
  const candidates: Candidate[] = [];
  figures.forEach((figure, place) => {
    const isSmall = isSmallCount(figure.value, { threshold });
    if (isSmall) small.push(place);
    if (isSmall || unwanted.has(figure.kind)) must.add(place);
    else if (figure.value > 0) candidates.push({ place, loss: lossOf(figure) });
  });
  const nodes = 2 + table.length + table[0]!.length;
  const findGaps = (hidden: ReadonlySet<number>) =>
    gapsOf(figures, small, hidden, { threshold, nodes });
  const found = hideAtLeastLoss(must, candidates, findGaps, options)!;
  const isSmall = new Set(small);
  const hidden = [...found.hidden]
    .filter((place) => !unwanted.has(figures[place]!.kind))
    .sort((a, b) => a - b)
    .map((place): HiddenFigure => {
      const { kind, row, column } = figures[place]!;
      return { kind, row, column, reason: isSmall.has(place) ? 'small' : 'protects another' };
    });
  return {
    published: publishedTable(figures, found.hidden),
    hidden,
    loss: found.loss,
    leastLoss: found.proven,
    threshold,
    method: methodOf(found),
  };
}
