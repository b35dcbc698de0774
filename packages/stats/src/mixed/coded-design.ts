import { columnsOf, type Column, type Levels } from './columns.js';
import type { MixedModel, Variables } from './model.js';
import { sortLevels } from './sort-levels.js';

/** Columns that share a part within subjects and the factors of their part between subjects. */
type Family = {
  readonly local: number;
  readonly factors: readonly string[];
  /** Which column stands for which levels of the factors. */
  readonly columns: Map<string, number>;
};

/** A model's columns for the variables there are, and which part of each varies within subjects. */
export type CodedDesign = {
  readonly columns: readonly Column[];
  readonly levels: Levels;
  /** The distinct parts of the columns that a single row can tell; the local columns. */
  readonly local: readonly Column[];
  readonly families: readonly Family[];
  /** Factors that are the same for all rows of a subject. */
  readonly between: ReadonlySet<string>;
};

/** Stands between parts of a key; in no name. */
const separator = '\0';

/** The names of all variables in the fixed part. */
export function fixedVariables({ fixed }: MixedModel): string[] {
  return [...new Set(fixed.flat())];
}

/** The values each factor of the fixed part takes in these rows. */
export function levelsIn(
  model: MixedModel,
  rows: Iterable<Variables>,
  factors: ReadonlySet<string>,
): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const wanted = fixedVariables(model).filter((name) => factors.has(name));
  for (const name of wanted) found.set(name, new Set());
  for (const row of rows)
    for (const name of wanted) if (name in row) found.get(name)!.add(String(row[name]));
  return new Map([...found].map(([name, levels]) => [name, sortLevels(levels)]));
}

/** Takes the columns apart into what varies within subjects and what does not. */
export function codeDesign(
  model: MixedModel,
  levels: Levels,
  between: ReadonlySet<string>,
): CodedDesign {
  const columns = columnsOf(model.fixed, levels);
  const local = new Map<string, Column & { readonly place: number }>();
  const families = new Map<string, Family>();
  columns.forEach(({ numerics, levels: all }, column) => {
    const inside = all.filter(([variable]) => !between.has(variable));
    const outside = all.filter(([variable]) => between.has(variable));
    const name = [...numerics.toSorted(), '', ...inside.flat()].join(separator);
    const own = local.get(name) ?? { name, numerics, levels: inside, place: local.size };
    local.set(name, own);
    const factors = outside.map(([variable]) => variable);
    const key = `${own.place} ${factors.join()}`;
    const family = families.get(key) ?? { local: own.place, factors, columns: new Map() };
    families.set(key, family);
    family.columns.set(outside.map(([, level]) => level).join(separator), column);
  });
  return {
    columns,
    levels,
    between,
    local: [...local.values()],
    families: [...families.values()],
  };
}

/** For each local column, the columns it stands for among subjects with these variables. */
export function placesOf({ local, families }: CodedDesign, subject: Variables): number[][] {
  const places: number[][] = local.map(() => []);
  for (const { local: place, factors, columns } of families) {
    const column = columns.get(factors.map((name) => subject[name]).join(separator));
    if (column !== undefined) places[place]!.push(column);
  }
  return places;
}
