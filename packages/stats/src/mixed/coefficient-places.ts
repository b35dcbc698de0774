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

/** Weights of a sum of coefficients: columns of the model, each once, with their weights. */
export type ColumnWeights = readonly (readonly [column: number, weight: number])[];

/** Weights by set of coefficients; `null` when the data cannot tell this sum of coefficients. */
export function weightsBySet(
  { sizes, places, aliased }: Arranged,
  weights: ColumnWeights,
): Map<number, Float64Array> | null {
  if (aliased.size > 0) {
    const size = Math.max(0, ...weights.map(([, weight]) => Math.abs(weight)));
    const byColumn = new Map(weights);
    for (const [column, from] of aliased) {
      let rest = byColumn.get(column) ?? 0;
      for (const [kept, weight] of from) rest -= weight * (byColumn.get(kept) ?? 0);
      if (Math.abs(rest) > 1e-8 * size) return null;
    }
  }
  const found = new Map<number, Float64Array>();
  for (const [column, weight] of weights) {
    const at = places[column];
    if (!at || weight === 0) continue;
    let own = found.get(at.component);
    if (!own) found.set(at.component, (own = new Float64Array(sizes[at.component]!)));
    own[at.place] = weight;
  }
  return found;
}
