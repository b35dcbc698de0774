import { independentColumns } from '../linear-algebra/independent-columns.js';
import type { Arranged, CoefficientPlace } from './coefficient-places.js';

/** Subjects who share factors, before the coefficients are arranged. */
export type RawUnit = {
  /** For each local column, the model's columns it stands for. */
  readonly places: readonly (readonly number[])[];
  /** F'F over its subjects, in local columns. */
  readonly gram: Float64Array;
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
