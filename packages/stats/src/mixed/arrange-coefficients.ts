import { independentColumns } from '../linear-algebra/independent-columns.js';

/** Subjects who share factors, before the coefficients are arranged. */
export type RawUnit = {
  /** For each local column, the model's columns it stands for. */
  readonly places: readonly (readonly number[])[];
  /** F'F over its subjects, in local columns. */
  readonly gram: Float64Array;
};

/** Where a coefficient is: in which set of equations, and at which place there. */
export type CoefficientPlace = { readonly component: number; readonly place: number };

/** Coefficients sorted into sets that have nothing to do with each other. */
export type Arranged = {
  /** How many coefficients each set has. */
  readonly sizes: readonly number[];
  /** For each column of the model its place; `null` when it is a sum of others in these data. */
  readonly places: readonly (CoefficientPlace | null)[];
  /** Those others, with their weights, for each column without a place. */
  readonly aliased: ReadonlyMap<number, ReadonlyMap<number, number>>;
};

/** For each column the first of those it meets in some unit, directly or by others. */
function connect(units: readonly RawUnit[], columns: number, together: boolean): number[] {
  const parent = Array.from({ length: columns }, (_, column) => (together ? 0 : column));
  const root = (column: number): number => {
    let at = column;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const { places } of units) {
    const all = places.flat();
    for (const column of all) parent[root(column)] = root(all[0]!);
  }
  return parent.map((_, column) => root(column));
}

/** X'X of some columns. */
function gramOf(units: readonly RawUnit[], index: ReadonlyMap<number, number>): Float64Array {
  const n = index.size;
  const gram = new Float64Array(n * n);
  for (const { places, gram: own } of units)
    places.forEach((rows, a) => {
      places.forEach((columns, b) => {
        for (const row of rows)
          for (const column of columns)
            gram[index.get(row)! * n + index.get(column)!]! += own[a * places.length + b]!;
      });
    });
  return gram;
}

/**
 * Finds which coefficients the data can tell, and which of them have nothing to do with each other,
 * so that a thousand groups with coefficients of their own are a thousand small problems. `together`
 * keeps all in one, as random effects above the subjects require.
 */
export function arrangeCoefficients(
  units: readonly RawUnit[],
  columns: number,
  together: boolean,
): Arranged {
  const roots = connect(units, columns, together);
  const sets = new Map<number, { columns: number[]; units: RawUnit[] }>();
  roots.forEach((root, column) => {
    const set = sets.get(root) ?? { columns: [], units: [] };
    set.columns.push(column);
    sets.set(root, set);
  });
  for (const unit of units) {
    const [first] = unit.places.flat();
    if (first !== undefined) sets.get(roots[first]!)!.units.push(unit);
  }
  const sizes: number[] = [];
  const places = Array<CoefficientPlace | null>(columns).fill(null);
  const aliased = new Map<number, ReadonlyMap<number, number>>();
  for (const { columns: set, units: members } of sets.values()) {
    const index = new Map(set.map((column, i) => [column, i]));
    const { kept, dropped } = independentColumns(gramOf(members, index), set.length);
    const component = sizes.push(kept.length) - 1;
    kept.forEach((at, place) => (places[set[at]!] = { component, place }));
    for (const { column, weights } of dropped)
      aliased.set(set[column]!, new Map([...weights].map((w, i) => [set[kept[i]!]!, w])));
  }
  return { sizes, places, aliased };
}

/** Weights of a sum of coefficients, by column. */
export type Weights = ReadonlyMap<number, number>;

/** Weights by set of coefficients; `null` when the data cannot tell this sum of coefficients. */
export function weightsBySet(
  { sizes, places, aliased }: Arranged,
  weights: Weights,
): Map<number, Float64Array> | null {
  const size = Math.max(0, ...[...weights.values()].map(Math.abs));
  for (const [column, from] of aliased) {
    let rest = weights.get(column) ?? 0;
    for (const [kept, weight] of from) rest -= weight * (weights.get(kept) ?? 0);
    if (Math.abs(rest) > 1e-8 * size) return null;
  }
  const found = new Map<number, Float64Array>();
  for (const [column, weight] of weights) {
    const at = places[column];
    if (!at) continue;
    const own = found.get(at.component) ?? new Float64Array(sizes[at.component]!);
    own[at.place] = weight;
    found.set(at.component, own);
  }
  return found;
}
