import { sortLevels } from './sort-levels.js';

/** One column of data; `null`, `NaN` and empty text are missing values. */
export type DataColumn = ArrayLike<string | number | null>;

/** A column as small whole numbers; -1 is missing. */
export type Coded = {
  readonly codes: Int32Array;
  readonly values: readonly (string | number)[];
};

/** Gives every different value of a column a number. */
export function encodeColumn(source: DataColumn): Coded {
  const places = new Map<string | number, number>();
  const codes = new Int32Array(source.length);
  for (let i = 0; i < source.length; i += 1) {
    const value = source[i]!;
    if (value === null || value === '' || Number.isNaN(value)) {
      codes[i] = -1;
      continue;
    }
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    codes[i] = place;
  }
  return { codes, values: [...places.keys()] };
}

/** Several coded columns as one: the same code exactly where all of them agree. */
export function combineColumns(
  columns: readonly Coded[],
  rows: Int32Array,
): { readonly codes: Int32Array; readonly size: number } {
  const codes = new Int32Array(rows.length);
  let size = 1;
  for (const { codes: next, values } of columns) {
    const places = new Map<number, number>();
    for (let i = 0; i < rows.length; i += 1) {
      const key = codes[i]! * values.length + next[rows[i]!]!;
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      codes[i] = place;
    }
    size = places.size;
  }
  return { codes, size };
}

/** Several columns as one grouping variable: each row's place among the names in order. */
export function nameGroups(
  columns: readonly Coded[],
  rows: Int32Array,
): { readonly codes: Int32Array; readonly names: readonly string[] } {
  const { codes, size } = combineColumns(columns, rows);
  const found = new Array<string>(size);
  for (let i = 0; i < rows.length; i += 1)
    found[codes[i]!] ??= columns
      .map(({ codes: own, values }) => String(values[own[rows[i]!]!]!))
      .join(':');
  const names = sortLevels(found);
  const order = new Map(names.map((name, place) => [name, place]));
  const placeOf = found.map((name) => order.get(name)!);
  return { codes: codes.map((code) => placeOf[code]!), names };
}
