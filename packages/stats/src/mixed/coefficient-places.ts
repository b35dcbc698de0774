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

/** Weights of a sum of coefficients, by column. */
export type Weights = ReadonlyMap<number, number>;

/** Weights by set of coefficients; `null` when the data cannot tell this sum of coefficients. */
export function weightsBySet(
  { sizes, places, aliased }: Arranged,
  weights: Weights,
): Map<number, Float64Array> | null {
  const size = Math.max(0, ...[...weights.values()].map(Math.abs));
  for (const [column, from] of aliased) {
    let rest = weights.get(column) ?? 0;
    for (const [kept, weight] of from) rest -= weight * (weights.get(kept) ?? 0);
    if (Math.abs(rest) > 1e-8 * size) return null;
  }
  const found = new Map<number, Float64Array>();
  for (const [column, weight] of weights) {
    const at = places[column];
    if (!at) continue;
    const own = found.get(at.component) ?? new Float64Array(sizes[at.component]!);
    own[at.place] = weight;
    found.set(at.component, own);
  }
  return found;
}
