import type { ModelTerm, Variables } from './model.js';

/** One column of a design: the product of numeric variables where all factors have these levels. */
export type Column = {
  readonly name: string;
  readonly numerics: readonly string[];
  readonly levels: readonly (readonly [variable: string, level: string])[];
};

/** The levels of each factor, in order; the first is the reference. */
export type Levels = ReadonlyMap<string, readonly string[]>;

const without = (term: ModelTerm, variable: string) => term.filter((other) => other !== variable);
const same = (a: ModelTerm, b: ModelTerm) =>
  a.length === b.length && a.every((name) => b.includes(name));

/**
 * The columns of the fixed part in R's order and coding: treatment contrasts with the first level as
 * reference where the term without the factor is in the model too, else one column per level.
 * R: `colnames(model.matrix(formula))`.
 */
export function columnsOf(terms: readonly ModelTerm[], levels: Levels): Column[] {
  const intercept = terms.some((term) => term.length === 0);
  const firstFactor = terms.find((term) => term.length === 1 && levels.has(term[0]!));

  function shownLevels(term: ModelTerm, factor: string): readonly string[] {
    const all = levels.get(factor)!;
    const margin = without(term, factor);
    const contrasted =
      margin.length === 0 && !intercept
        ? term !== firstFactor
        : terms.some((other) => same(other, margin));
    return contrasted ? all.slice(1) : all;
  }

  return [...terms]
    .sort((a, b) => a.length - b.length)
    .flatMap((term) => {
      let columns: Column[] = [{ name: '', numerics: [], levels: [] }];
      for (const variable of term) {
        const join = (column: Column, part: string) =>
          column.name === '' ? part : `${column.name}:${part}`;
        if (!levels.has(variable))
          columns = columns.map((column) => ({
            ...column,
            name: join(column, variable),
            numerics: [...column.numerics, variable],
          }));
        else
          columns = shownLevels(term, variable).flatMap((level) =>
            columns.map((column) => ({
              ...column,
              name: join(column, `${variable}${level}`),
              levels: [...column.levels, [variable, level] as const],
            })),
          );
      }
      return term.length === 0 ? [{ ...columns[0]!, name: '(Intercept)' }] : columns;
    });
}

/** Finds the value of a variable. */
export type Read = (name: string) => string | number | undefined;

/** Reads variables of a row and, where it has none, of its subject. */
export const readFrom =
  (row: Variables, subject: Variables): Read =>
  (name) =>
    row[name] ?? subject[name];

/** The value of a column where variables have these values. */
export function columnValue({ numerics, levels }: Column, read: Read): number {
  for (const [variable, level] of levels) if (String(read(variable)) !== level) return 0;
  let product = 1;
  for (const variable of numerics) product *= Number(read(variable));
  return product;
}
