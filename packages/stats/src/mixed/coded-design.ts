import { columnsOf, sortLevels, type Column, type Levels } from './columns.js';
import type { MixedModel, Variables } from './model.js';

/** A model's columns for the variables there are, and which part of each varies within subjects. */
export type CodedDesign = {
  readonly columns: readonly Column[];
  readonly levels: Levels;
  /** The distinct parts of the columns that a single row can tell; the local columns. */
  readonly local: readonly Column[];
  /** For each column, its local column. */
  readonly localOf: readonly number[];
  /** Factors that are the same for all rows of a subject. */
  readonly between: ReadonlySet<string>;
};

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
  const local: Column[] = [];
  const places = new Map<string, number>();
  const localOf = columns.map(({ numerics, levels: all }) => {
    const inside = all.filter(([variable]) => !between.has(variable));
    const key = JSON.stringify([numerics.toSorted(), inside]);
    const place = places.get(key) ?? local.length;
    if (place === local.length) local.push({ name: key, numerics, levels: inside });
    places.set(key, place);
    return place;
  });
  return { columns, levels, local, localOf, between };
}

/** For each local column, the columns it stands for among subjects with these variables. */
export function placesOf(design: CodedDesign, subject: Variables): number[][] {
  const places: number[][] = design.local.map(() => []);
  design.columns.forEach(({ levels }, column) => {
    const fits = levels.every(
      ([variable, level]) => !design.between.has(variable) || String(subject[variable]) === level,
    );
    if (fits) places[design.localOf[column]!]!.push(column);
  });
  return places;
}
