import { sortLevels } from './columns.js';
import type { Collected, SubjectVariables, Summary } from './collected.js';
import type { Variables } from './model.js';

/** Data by columns of equal length; `null`, `NaN` and empty text are missing values. */
export type Columns = Readonly<Record<string, ArrayLike<string | number | null>>>;

/** What to read from the columns. */
export type RowsWanted = {
  readonly response: string;
  readonly variables: readonly string[];
  /** Columns that together tell subjects, and clusters, apart. */
  readonly subject: readonly string[];
  readonly cluster: readonly string[];
  readonly factors: readonly string[];
};

/** Rows brought to sums, and what is needed to find each subject's own values again. */
export type CollectedRows = Collected & {
  readonly subjectNames: readonly string[];
  /** For each subject: its summary, and where its values start in `values`. */
  readonly summaryOf: Int32Array;
  readonly starts: Int32Array;
  readonly values: Float64Array;
  /** False when some subject's rows lie in several clusters. */
  readonly nested: boolean;
};

/** A column as small whole numbers; -1 is missing. */
type Coded = { readonly codes: Int32Array; readonly values: (string | number)[] };

function column(data: Columns, name: string): ArrayLike<string | number | null> {
  const found = data[name];
  if (!found) throw new RangeError(`fitMixedModel requires a column for every variable: ${name}`);
  return found;
}

function encode(source: ArrayLike<string | number | null>): Coded {
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
function combine(columns: readonly Coded[], rows: Int32Array): { codes: Int32Array; size: number } {
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

/** The place of each code in the order of its name. */
function nameGroups(
  columns: readonly Coded[],
  rows: Int32Array,
): { codes: Int32Array; names: string[] } {
  const { codes, size } = combine(columns, rows);
  const names = new Array<string>(size);
  for (let i = 0; i < rows.length; i += 1)
    names[codes[i]!] ??= columns.map((one) => String(one.values[one.codes[rows[i]!]!]!)).join(':');
  const sorted = sortLevels(names);
  const order = new Map(sorted.map((name, place) => [name, place]));
  return { codes: codes.map((code) => order.get(names[code]!)!), names: sorted };
}

function completeRows(response: ArrayLike<string | number | null>, needed: Coded[]): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < response.length; i += 1) {
    const value = response[i]!;
    if (value === null || value === '' || !Number.isFinite(Number(value))) continue;
    if (needed.every(({ codes }) => codes[i]! >= 0)) rows.push(i);
  }
  return Int32Array.from(rows);
}

/** Adds one subject after another to the sums of those with the same rows and variables. */
class Cell {
  readonly rows: number[];
  readonly subject: number;
  count = 0;
  #origin: Float64Array;
  #sums: Float64Array;
  #products: Float64Array | null = null;

  constructor(rows: number[], subject: number, first: Float64Array) {
    this.rows = rows;
    this.subject = subject;
    this.#origin = first;
    this.#sums = new Float64Array(first.length);
  }

  add(values: Float64Array): void {
    this.count += 1;
    if (this.count === 1) return;
    // Sums are taken from the first subject's values, so nothing cancels later.
    const n = values.length;
    this.#products ??= new Float64Array(n * n);
    for (let a = 0; a < n; a += 1) {
      const distance = values[a]! - this.#origin[a]!;
      this.#sums[a]! += distance;
      for (let b = 0; b <= a; b += 1)
        this.#products[a * n + b]! += distance * (values[b]! - this.#origin[b]!);
    }
  }

  summary(): Summary {
    const { rows, subject, count } = this;
    const n = rows.length;
    const mean = this.#origin.map((value, a) => value + this.#sums[a]! / count);
    const products = this.#products;
    if (!products) return { rows, subject, count, mean, cross: null };
    for (let a = 0; a < n; a += 1)
      for (let b = 0; b <= a; b += 1) {
        const centred = products[a * n + b]! - (this.#sums[a]! * this.#sums[b]!) / count;
        products[a * n + b] = centred;
        products[b * n + a] = centred;
      }
    return { rows, subject, count, mean, cross: products };
  }
}

/** Brings rows in any order to sums by subject; rows with a missing value are left out. */
export function collectRows(data: Columns, wanted: RowsWanted): CollectedRows {
  const response = column(data, wanted.response);
  const variables = wanted.variables.map((name) => encode(column(data, name)));
  const subjectColumns = wanted.subject.map((name) => encode(column(data, name)));
  const clusterColumns = wanted.cluster.map((name) => encode(column(data, name)));
  const rows = completeRows(response, [...variables, ...subjectColumns, ...clusterColumns]);
  const { codes: subjectOf, names: subjectNames } = nameGroups(subjectColumns, rows);
  const { codes: clusterOf, names } = nameGroups(clusterColumns, rows);

  const first = new Int32Array(subjectNames.length).fill(-1);
  const between = variables.map(() => true);
  let nested = true;
  for (let i = 0; i < rows.length; i += 1) {
    const subject = subjectOf[i]!;
    const earlier = first[subject]!;
    if (earlier < 0) first[subject] = i;
    else {
      if (clusterOf[i] !== clusterOf[earlier]) nested = false;
      variables.forEach(({ codes }, v) => {
        if (codes[rows[i]!] !== codes[rows[earlier]!]) between[v] = false;
      });
    }
  }

  const pick = (inside: boolean) => variables.filter((_, v) => between[v] !== inside);
  const pickNames = (inside: boolean) => wanted.variables.filter((_, v) => between[v] !== inside);
  const record = (inside: boolean, row: number): Variables =>
    Object.fromEntries(
      pickNames(inside).map((name, v) => {
        const one = pick(inside)[v]!;
        return [name, one.values[one.codes[row]!]!];
      }),
    );
  const rowCodes = combine(pick(true), rows);
  const profiles = new Array<Variables>(rowCodes.size);
  for (let i = 0; i < rows.length; i += 1) profiles[rowCodes.codes[i]!] ??= record(true, rows[i]!);
  const firstRows = Int32Array.from(first, (i) => rows[i]!);
  const subjectCodes = combine(pick(false), firstRows);
  const clusterCount = Math.max(1, names.length);
  const kinds = new Map<number, number>();
  const subjects: SubjectVariables[] = [];
  const kindOf = Int32Array.from(first, (i, s) => {
    const cluster = clusterOf[i]!;
    const key = subjectCodes.codes[s]! * clusterCount + cluster;
    const kind = kinds.get(key) ?? kinds.size;
    if (kind === kinds.size) subjects.push({ variables: record(false, rows[i]!), cluster });
    kinds.set(key, kind);
    return kind;
  });

  // Rows by subject, each subject's in the order of their profiles.
  const starts = new Int32Array(subjectNames.length + 1);
  for (const subject of subjectOf) starts[subject + 1]! += 1;
  for (let s = 0; s < subjectNames.length; s += 1) starts[s + 1]! += starts[s]!;
  const next = starts.slice();
  const ordered = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const subject = subjectOf[i]!;
    ordered[next[subject]!] = i;
    next[subject]! += 1;
  }
  const values = new Float64Array(rows.length);
  const summaryOf = new Int32Array(subjectNames.length);
  const branches = new Map<number, number>();
  const cells: Cell[] = [];
  const cellPlaces = new Map<number, number>();
  for (let s = 0; s < subjectNames.length; s += 1) {
    const mine = ordered
      .subarray(starts[s], starts[s + 1])
      .sort((a, b) => rowCodes.codes[a]! - rowCodes.codes[b]! || a - b);
    let branch = 0;
    mine.forEach((i, at) => {
      values[starts[s]! + at] = Number(response[rows[i]!]);
      const key = branch * (rowCodes.size + 1) + rowCodes.codes[i]! + 1;
      const known = branches.get(key) ?? branches.size + 1;
      branches.set(key, known);
      branch = known;
    });
    const key = branch * subjects.length + kindOf[s]!;
    const place = cellPlaces.get(key) ?? cells.length;
    const own = values.subarray(starts[s], starts[s + 1]);
    if (place === cells.length) {
      cellPlaces.set(key, place);
      cells.push(
        new Cell(
          Array.from(mine, (i) => rowCodes.codes[i]!),
          kindOf[s]!,
          own,
        ),
      );
    }
    cells[place]!.add(own);
    summaryOf[s] = place;
  }

  const text = (coded: Coded) => coded.values.some((value) => typeof value === 'string');
  const factors = wanted.variables.filter(
    (name, v) => wanted.factors.includes(name) || text(variables[v]!),
  );
  return {
    rows: profiles,
    subjects,
    summaries: cells.map((cell) => cell.summary()),
    factors: new Set(factors),
    clusters: wanted.cluster.length > 0 ? names : [],
    subjectNames,
    summaryOf,
    starts,
    values,
    nested,
  };
}
