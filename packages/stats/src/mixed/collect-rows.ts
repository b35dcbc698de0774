import type { Collected, SubjectVariables } from './collected.js';
import {
  combineColumns,
  encodeColumn,
  nameGroups,
  type Coded,
  type DataColumn,
} from './encode-columns.js';
import type { Variables } from './model.js';
import { addToCell, startCell, summaryOfCell, type CellSums } from './sum-cell.js';

/** Data by columns of equal length. */
export type DataColumns = Readonly<Record<string, DataColumn>>;

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

function columnNamed(data: DataColumns, name: string): DataColumn {
  const found = data[name];
  if (!found) throw new RangeError(`fitMixedModel requires a column for every variable: ${name}`);
  return found;
}

function completeRows(response: DataColumn, needed: readonly Coded[]): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < response.length; i += 1) {
    const value = response[i]!;
    if (value === null || value === '' || !Number.isFinite(Number(value))) continue;
    if (needed.every(({ codes }) => codes[i]! >= 0)) rows.push(i);
  }
  return Int32Array.from(rows);
}

type Groups = ReturnType<typeof nameGroups>;

/** The first row of each subject, which variables never differ from it, and whether clusters do. */
function compareWithFirst(
  variables: readonly Coded[],
  rows: Int32Array,
  { subjects, clusters }: { subjects: Groups; clusters: Groups },
) {
  const first = new Int32Array(subjects.names.length).fill(-1);
  const between = variables.map(() => true);
  let nested = true;
  for (let i = 0; i < rows.length; i += 1) {
    const subject = subjects.codes[i]!;
    const earlier = first[subject]!;
    if (earlier < 0) {
      first[subject] = i;
      continue;
    }
    if (clusters.codes[i] !== clusters.codes[earlier]) nested = false;
    for (let v = 0; v < variables.length; v += 1) {
      const { codes } = variables[v]!;
      if (codes[rows[i]!] !== codes[rows[earlier]!]) between[v] = false;
    }
  }
  return { first, between, nested };
}

/** The places of the rows, subject by subject, and within one in the order of their kinds. */
function sortRows(subjects: Groups, kinds: Int32Array) {
  const starts = new Int32Array(subjects.names.length + 1);
  for (const subject of subjects.codes) starts[subject + 1]! += 1;
  for (let s = 0; s < subjects.names.length; s += 1) starts[s + 1]! += starts[s]!;
  const next = starts.slice();
  const order = new Int32Array(subjects.codes.length);
  for (let i = 0; i < order.length; i += 1) {
    const subject = subjects.codes[i]!;
    order[next[subject]!] = i;
    next[subject]! += 1;
  }
  for (let s = 0; s < subjects.names.length; s += 1)
    order.subarray(starts[s], starts[s + 1]).sort((a, b) => kinds[a]! - kinds[b]! || a - b);
  return { starts, order };
}

/** Sums subjects with the same kinds of rows and of variables. */
function sumSubjects(
  values: Float64Array,
  { starts, order }: ReturnType<typeof sortRows>,
  kinds: { readonly codes: Int32Array; readonly size: number },
  subjectKinds: Int32Array,
) {
  const kindCount = subjectKinds.reduce((most, kind) => Math.max(most, kind + 1), 1);
  const summaryOf = new Int32Array(subjectKinds.length);
  // Sequences of kinds, as branches of a tree that grows with what is seen.
  const branches = new Map<number, number>();
  const cells: CellSums[] = [];
  const places = new Map<number, number>();
  for (let s = 0; s < subjectKinds.length; s += 1) {
    const mine = order.subarray(starts[s], starts[s + 1]);
    let branch = 0;
    for (const i of mine) {
      const step = branch * (kinds.size + 1) + kinds.codes[i]! + 1;
      branch = branches.get(step) ?? branches.size + 1;
      branches.set(step, branch);
    }
    const key = branch * kindCount + subjectKinds[s]!;
    const place = places.get(key);
    const own = values.subarray(starts[s], starts[s + 1]);
    if (place !== undefined) addToCell(cells[place]!, own);
    else {
      places.set(key, cells.length);
      const rows = Array.from(mine, (i) => kinds.codes[i]!);
      cells.push(startCell({ rows, sequence: branch, subject: subjectKinds[s]! }, own));
    }
    summaryOf[s] = place ?? cells.length - 1;
  }
  return { summaryOf, summaries: cells.map(summaryOfCell) };
}

/** Brings rows in any order to sums by subject; rows with a missing value are left out. */
export function collectRows(data: DataColumns, wanted: RowsWanted): CollectedRows {
  const encode = (name: string) => encodeColumn(columnNamed(data, name));
  const response = columnNamed(data, wanted.response);
  const variables = wanted.variables.map(encode);
  const subjectColumns = wanted.subject.map(encode);
  const clusterColumns = wanted.cluster.map(encode);
  const rows = completeRows(response, [...variables, ...subjectColumns, ...clusterColumns]);
  const subjects = nameGroups(subjectColumns, rows);
  const clusters = nameGroups(clusterColumns, rows);
  const { first, between, nested } = compareWithFirst(variables, rows, { subjects, clusters });

  const parts = (inside: boolean) =>
    variables.flatMap((coded, v) =>
      between[v] === inside ? [] : [{ coded, name: wanted.variables[v]! }],
    );
  const [insideParts, betweenParts] = [parts(true), parts(false)];
  const record = (own: typeof insideParts, row: number): Variables =>
    Object.fromEntries(own.map(({ coded, name }) => [name, coded.values[coded.codes[row]!]!]));
  const codedOf = (own: typeof insideParts) => own.map(({ coded }) => coded);

  const kinds = combineColumns(codedOf(insideParts), rows);
  const kindRows = new Array<Variables>(kinds.size);
  for (let i = 0; i < rows.length; i += 1)
    kindRows[kinds.codes[i]!] ??= record(insideParts, rows[i]!);
  const firstRows = first.map((i) => rows[i]!);
  const profile = combineColumns(codedOf(betweenParts), firstRows).codes;
  const known = new Map<number, number>();
  const subjectList: SubjectVariables[] = [];
  const subjectKinds = first.map((i, s) => {
    const cluster = clusters.codes[i]!;
    const key = profile[s]! * Math.max(1, clusters.names.length) + cluster;
    const kind = known.get(key) ?? known.size;
    known.set(key, kind);
    if (kind === subjectList.length)
      subjectList.push({ variables: record(betweenParts, rows[i]!), cluster });
    return kind;
  });

  const sorted = sortRows(subjects, kinds.codes);
  const values = Float64Array.from(sorted.order, (i) => Number(response[rows[i]!]));
  const text = ({ values: all }: Coded) => all.some((value) => typeof value === 'string');
  const factors = wanted.variables.filter(
    (name, v) => wanted.factors.includes(name) || text(variables[v]!),
  );
  return {
    rows: kindRows,
    subjects: subjectList,
    ...sumSubjects(values, sorted, kinds, subjectKinds),
    factors: new Set(factors),
    clusters: wanted.cluster.length > 0 ? clusters.names : [],
    subjectNames: subjects.names,
    starts: sorted.starts,
    values,
    nested,
  };
}
