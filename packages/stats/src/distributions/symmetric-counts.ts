const slack = 64 * Number.EPSILON;

/**
 * The smallest s with P(S <= s) >= p, for a sum S of 0 ... most that is spread symmetrically;
 * `chances` holds the probabilities of its lower half.
 */
export function quantileOfSymmetric(p: number, chances: Float64Array, most: number): number {
  if (p === 1) return most;
  const half = Math.floor(most / 2);
  let sum = 0;
  for (let s = 0; s <= half; s++) {
    sum += chances[s]!;
    if (p <= 0.5 && sum >= p * (1 - slack)) return s;
    // By symmetry P(S > most - s - 1) = P(S <= s), so this is the first to leave too much above.
    if (p > 0.5 && sum > (1 - p) * (1 + slack)) return most - s;
  }
  return half;
}

/** The smallest whole number up to `most` at which a condition that stays true once true holds. */
export function smallestWhere(holds: (s: number) => boolean, most: number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
