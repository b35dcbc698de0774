import { solve, solveTransposed, type Factored } from '../linear-algebra/solve.js';

/** A coefficient that is a sum of kept ones in every row, so that it cannot be told from them. */
export type Aliased = { readonly column: number; readonly from: ReadonlyMap<number, number> };

/**
 * How the model's coefficients lie in the fitted components. A component of the model (coefficients
 * that meet in the same rows) is either fitted as it is, or split: when its groups could as well
 * each have coefficients of their own, each group becomes a component, and a matrix leads back.
 */
export type CoefficientMap = {
  /** For each component of the model: its kept columns, and the fitted components they became. */
  readonly blocks: readonly {
    readonly columns: readonly number[];
    readonly components: readonly number[];
    readonly back: Factored | null;
  }[];
  readonly sizes: readonly number[];
  readonly aliased: readonly Aliased[];
};

/** Weights of a sum of coefficients, by column. */
export type Weights = ReadonlyMap<number, number>;

/** Weights by fitted component; `null` when the data cannot tell this sum of coefficients. */
export function fittedWeights(
  map: CoefficientMap,
  weights: Weights,
): Map<number, Float64Array> | null {
  const size = Math.max(0, ...[...weights.values()].map(Math.abs));
  for (const { column, from } of map.aliased) {
    let rest = weights.get(column) ?? 0;
    for (const [kept, weight] of from) rest -= weight * (weights.get(kept) ?? 0);
    if (Math.abs(rest) > 1e-8 * size) return null;
  }
  const fitted = new Map<number, Float64Array>();
  for (const { columns, components, back } of map.blocks) {
    if (!columns.some((column) => weights.has(column))) continue;
    const own = Float64Array.from(columns, (column) => weights.get(column) ?? 0);
    const turned = back ? solveTransposed(back, own) : own;
    let from = 0;
    for (const component of components) {
      const part = turned.subarray(from, from + map.sizes[component]!);
      if (part.some((weight) => weight !== 0)) fitted.set(component, part);
      from += part.length;
    }
  }
  return fitted;
}

/** The model's coefficients from those of the fitted components; aliased ones are left out. */
export function modelCoefficients(
  map: CoefficientMap,
  fitted: readonly Float64Array[],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const { columns, components, back } of map.blocks) {
    const joined = Float64Array.from(components.flatMap((component) => [...fitted[component]!]));
    const own = back ? solve(back, joined) : joined;
    columns.forEach((column, i) => found.set(column, own[i]!));
  }
  return found;
}
