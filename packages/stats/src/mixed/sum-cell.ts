import type { Summary } from './collected.js';

/** Subjects with the same rows and variables, being summed. */
export type CellSums = {
  readonly rows: readonly number[];
  readonly sequence: number;
  readonly subject: number;
  /** The first subject's values: sums are of distances from them, so nothing cancels later. */
  readonly origin: Float64Array;
  readonly sums: Float64Array;
  /** Absent until there is a second subject. */
  products: Float64Array | null;
  count: number;
};

/** Sums with one subject in them. */
export function startCell(
  kind: Pick<CellSums, 'rows' | 'sequence' | 'subject'>,
  origin: Float64Array,
): CellSums {
  const sums = new Float64Array(origin.length);
  return { ...kind, origin, sums, products: null, count: 1 };
}

/** Adds one more subject's values, in the order of the rows. */
export function addToCell(cell: CellSums, values: Float64Array): void {
  const n = values.length;
  cell.count += 1;
  cell.products ??= new Float64Array(n * n);
  for (let a = 0; a < n; a += 1) {
    const distance = values[a]! - cell.origin[a]!;
    cell.sums[a]! += distance;
    for (let b = 0; b <= a; b += 1)
      cell.products[a * n + b]! += distance * (values[b]! - cell.origin[b]!);
  }
}

/** The mean and the sums of products about it. */
export function summaryOfCell({ origin, sums, products, count, ...kind }: CellSums): Summary {
  const n = origin.length;
  const mean = origin.map((value, a) => value + sums[a]! / count);
  if (!products) return { ...kind, count, mean, cross: null };
  const cross = new Float64Array(n * n);
  for (let a = 0; a < n; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const centred = products[a * n + b]! - (sums[a]! * sums[b]!) / count;
      cross[a * n + b] = centred;
      cross[b * n + a] = centred;
    }
  return { ...kind, count, mean, cross };
}
