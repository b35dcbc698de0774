import { factorize } from '../linear-algebra/solve.js';
import { independentColumns } from '../linear-algebra/independent-columns.js';
import type { Aliased, CoefficientMap } from './coefficient-map.js';

/** A unit before its columns are arranged: where its local columns lie, and their cross-products. */
export type RawUnit = {
  /** For each local column, the model's columns it stands for. */
  readonly places: readonly (readonly number[])[];
  /** F'F over its subjects, in local columns. */
  readonly gram: Float64Array;
};

/** The arranged coefficients, and for each unit the component and places of its local columns. */
export type Arranged = {
  readonly map: CoefficientMap;
  readonly units: readonly {
    readonly component: number;
    readonly places: readonly (readonly number[])[];
  }[];
  /** What splitting took off the logarithm of the determinant of X'X. */
  readonly logDeterminant: number;
};

/** Sets of columns that meet in some unit. */
function connectedColumns(units: readonly RawUnit[], columns: number, together: boolean) {
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
  const sets = new Map<number, number[]>();
  for (let column = 0; column < columns; column += 1)
    sets.set(root(column), [...(sets.get(root(column)) ?? []), column]);
  return { sets: [...sets.values()], setOf: [...sets.keys()], root };
}

/** A unit's cross-products without the local columns it has no coefficient for. */
function usedGram({ gram, places }: RawUnit): Float64Array {
  const used = (a: number) => places[a]!.length > 0;
  return gram.map((value, i) =>
    used(Math.floor(i / places.length)) && used(i % places.length) ? value : 0,
  );
}

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
 * Finds which coefficients the data can tell, and which of them have nothing to do with each other.
 * `together` keeps everything in one component, as random effects above the subjects require.
 */
export function arrangeCoefficients(
  units: readonly RawUnit[],
  columns: number,
  together: boolean,
): Arranged {
  const { sets, setOf, root } = connectedColumns(units, columns, together);
  const blocks: CoefficientMap['blocks'][number][] = [];
  const sizes: number[] = [];
  const aliased: Aliased[] = [];
  const arranged = new Array<Arranged['units'][number]>(units.length);
  let logDeterminant = 0;

  sets.forEach((set, s) => {
    const members = units.flatMap(({ places }, u) =>
      places.some((all) => all.length > 0 && root(all[0]!) === setOf[s]) ? [u] : [],
    );
    const index = new Map(set.map((column, i) => [column, i]));
    const rank = independentColumns(
      gramOf(
        members.map((u) => units[u]!),
        index,
      ),
      set.length,
    );
    const kept = rank.kept.map((i) => set[i]!);
    for (const { column, weights } of rank.dropped)
      aliased.push({
        column: set[column]!,
        from: new Map([...weights].map((weight, i) => [kept[i]!, weight])),
      });
    const place = new Map(kept.map((column, i) => [column, i]));

    const own = members.map((u) =>
      independentColumns(usedGram(units[u]!), units[u]!.places.length),
    );
    const total = own.reduce((sum, one) => sum + one.kept.length, 0);
    const split = !together && members.length > 1 && total === kept.length;
    if (!split) {
      const component = sizes.push(kept.length) - 1;
      blocks.push({ columns: kept, components: [component], back: null });
      for (const u of members)
        arranged[u] = {
          component,
          places: units[u]!.places.map((all) => all.flatMap((column) => place.get(column) ?? [])),
        };
      return;
    }
    const back = new Float64Array(total * total);
    const components: number[] = [];
    let row = 0;
    members.forEach((u, m) => {
      const { kept: mine, dropped, logDeterminant: log } = own[m]!;
      const { places } = units[u]!;
      const addRow = (at: number, local: number, weight: number) => {
        for (const column of places[local]!)
          if (place.has(column)) back[at * total + place.get(column)!]! += weight;
      };
      mine.forEach((local, i) => addRow(row + i, local, 1));
      for (const { column, weights } of dropped)
        weights.forEach((weight, i) => addRow(row + i, column, weight));
      const component = sizes.push(mine.length) - 1;
      components.push(component);
      arranged[u] = {
        component,
        places: places.map((_, local) => (mine.includes(local) ? [mine.indexOf(local)] : [])),
      };
      row += mine.length;
      logDeterminant -= log;
    });
    logDeterminant += rank.logDeterminant;
    blocks.push({ columns: kept, components, back: factorize(back, total)! });
  });
  return { map: { blocks, sizes, aliased }, units: arranged, logDeterminant };
}
