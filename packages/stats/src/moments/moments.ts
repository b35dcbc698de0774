import { addExactly, centredSum, productRest } from './long-sum.js';

/**
 * Count, sums and sums of products of rows of `width` numbers, mergeable across files, days and
 * machines; plain data, safe to write as JSON.
 *
 * `sums` holds the sum of each column, then the sums of products of columns (0,0), (1,0), (1,1),
 * (2,0) and so on; `carries` holds what rounding took from each. Whole numbers are summed exactly,
 * so a database's `COUNT`, `SUM(x)` and `SUM(x*y)` are the same thing with carries of zero.
 */
export type Moments = {
  readonly width: number;
  readonly n: number;
  readonly sums: readonly number[];
  readonly carries: readonly number[];
};

/** Takes rows one by one and gives their moments at any time; see `gatherMoments`. */
export type MomentsGatherer = {
  /** Adds one row; every number must be finite. */
  add(row: readonly number[]): void;
  /** Adds everything another summary holds. */
  merge(other: Moments): void;
  /** The moments so far, as a copy. */
  moments(): Moments;
};

/** Where the sum of products of two columns lies in `sums`. */
export function productPlace(width: number, a: number, b: number): number {
  const [row, column] = a > b ? [a, b] : [b, a];
  return width + (row * (row + 1)) / 2 + column;
}

function checkWidth(width: number): void {
  if (!Number.isInteger(width) || width < 0)
    throw new RangeError('gatherMoments requires a width that is a whole number');
}

/**
 * Starts gathering the moments of rows with `width` columns: one pass, memory that does not grow.
 * Use it while reading a file or a stream; for values already in an array `momentsOf` is shorter.
 */
export function gatherMoments(width = 1): MomentsGatherer {
  checkWidth(width);
  const size = width + (width * (width + 1)) / 2;
  const sums = new Float64Array(size);
  const carries = new Float64Array(size);
  let n = 0;

  function add(row: readonly number[]): void {
    if (row.length !== width) throw new RangeError(`add requires a row of ${width} numbers`);
    for (const value of row)
      if (!Number.isFinite(value)) throw new RangeError('add requires finite numbers');
    n += 1;
    let place = width;
    for (let a = 0; a < width; a += 1) {
      const first = row[a]!;
      addExactly(sums, carries, a, first);
      for (let b = 0; b <= a; b += 1) {
        const second = row[b]!;
        addExactly(sums, carries, place, first * second, productRest(first, second));
        place += 1;
      }
    }
  }

  function merge(other: Moments): void {
    if (other.width !== width) throw new RangeError(`merge requires moments of width ${width}`);
    n += other.n;
    for (let place = 0; place < size; place += 1)
      addExactly(sums, carries, place, other.sums[place]!, other.carries[place]!);
  }

  return { add, merge, moments: () => ({ width, n, sums: [...sums], carries: [...carries] }) };
}

/** The moments of single values; the plain way when all of them are at hand. */
export function momentsOf(values: Iterable<number>): Moments {
  const gatherer = gatherMoments(1);
  for (const value of values) gatherer.add([value]);
  return gatherer.moments();
}

/** The moments of (before, after) pairs: everything a paired comparison of means needs. */
export function pairedMomentsOf(pairs: Iterable<readonly [number, number]>): Moments {
  return momentsOfRows(pairs, 2);
}

/** The moments of rows with `width` numbers each, such as the items of a scale. */
export function momentsOfRows(rows: Iterable<readonly number[]>, width: number): Moments {
  const gatherer = gatherMoments(width);
  for (const row of rows) gatherer.add(row);
  return gatherer.moments();
}

/** The moments of both sets of rows together, as if they had been pooled first. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const gatherer = gatherMoments(a.width);
  gatherer.merge(a);
  gatherer.merge(b);
  return gatherer.moments();
}

/** The mean of one column, or `null` when there are no rows. */
export function meanOf(moments: Moments, column = 0): number | null {
  if (moments.n === 0) return null;
  return (moments.sums[column]! + moments.carries[column]!) / moments.n;
}

/**
 * The sum of products of two columns about their means; the sum of squares when both are the same.
 * Divide by n - 1 for the sample covariance, by n for the covariance of maximum likelihood.
 */
export function centredProduct(moments: Moments, a = 0, b = a): number {
  if (moments.n === 0) return 0;
  const two = (place: number) => [moments.sums[place]!, moments.carries[place]!] as const;
  const place = productPlace(moments.width, a, b);
  const product = centredSum(two(place), two(a), two(b), moments.n);
  if (a !== b) return product;
  // Scores in fractions carry rounding of their own; a spread below 1e-13 of the values is none.
  return product > 1e-26 * moments.sums[place]! ? product : 0;
}
