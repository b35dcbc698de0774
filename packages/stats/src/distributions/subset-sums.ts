/**
 * How the sum of a random half of some whole weights is spread: `chances[s]` is the probability of
 * the sum s when each weight is taken with probability 1/2. Counts are exact up to 53 weights and
 * never cancel beyond, so that every entry has its own relative accuracy. Sums above `limit` are
 * left out. Needs at most 1000 weights: 2^1024 is the end of doubles.
 */
export function subsetSumChances(weights: readonly number[], limit: number): Float64Array {
  if (weights.length > 1000) throw new RangeError('subsetSumChances requires at most 1000 weights');
  const counts = new Float64Array(limit + 1);
  counts[0] = 1;
  let reach = 0;
  for (const weight of [...weights].sort((a, b) => a - b)) {
    reach = Math.min(limit, reach + weight);
    for (let sum = reach; sum >= weight; sum--) counts[sum]! += counts[sum - weight]!;
  }
  const share = 2 ** -weights.length;
  return counts.map((count) => count * share);
}

/**
 * How the sum of a random choice of `size` out of some whole weights is spread; `chances[s]` is the
 * probability of the sum s. Sums above `limit` are left out.
 */
export function choiceSumChances(
  weights: readonly number[],
  size: number,
  limit: number,
): Float64Array {
  const rows = Array.from({ length: size + 1 }, () => new Float64Array(limit + 1));
  rows[0]![0] = 1;
  const reach = new Array<number>(size + 1).fill(0);
  [...weights]
    .sort((a, b) => a - b)
    .forEach((weight, seen) => {
      for (let j = Math.min(size, seen + 1); j >= 1; j--) {
        // Of the draws of j among seen + 1 weights, j / (seen + 1) take the newest one.
        const taken = j / (seen + 1);
        reach[j] = Math.min(limit, reach[j - 1]! + weight);
        mix(rows[j]!, rows[j - 1]!, { weight, taken, reach: reach[j]! });
      }
    });
  return rows[size]!;
}

function mix(
  row: Float64Array,
  smaller: Float64Array,
  { weight, taken, reach }: { weight: number; taken: number; reach: number },
): void {
  for (let sum = Math.min(weight - 1, reach); sum >= 0; sum--) row[sum]! *= 1 - taken;
  for (let sum = weight; sum <= reach; sum++) {
    row[sum] = (1 - taken) * row[sum]! + taken * smaller[sum - weight]!;
  }
}

/** The sum of the first entries of a list of chances, smallest first. */
export function sumUpTo(chances: Float64Array, last: number): number {
  let sum = 0;
  for (let k = 0; k <= Math.min(last, chances.length - 1); k++) sum += chances[k]!;
  return Math.min(1, sum);
}
