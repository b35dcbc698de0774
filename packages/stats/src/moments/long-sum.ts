/**
 * Adds `value` to a running sum kept in two doubles, at `place` of both arrays.
 *
 * The second array holds what rounding took from the first, so sums of many scores keep about
 * 106 bits and do not depend on the order they came in (T. J. Dekker, Numer. Math. 18, 1971;
 * D. E. Knuth's two-sum). Both arrays are changed in place: they belong to whoever gathers.
 */
export function addExactly(
  sums: Float64Array | number[],
  carries: Float64Array | number[],
  place: number,
  value: number,
  rest = 0,
): void {
  const before = sums[place]!;
  const sum = before + value;
  const added = sum - before;
  const lost = before - (sum - added) + (value - added) + (carries[place]! + rest);
  const total = sum + lost;
  sums[place] = total;
  carries[place] = lost - (total - sum);
}

const splitter = 2 ** 27 + 1;

/**
 * What rounding took from `a * b`: the exact product is `a * b` plus this (Veltkamp and Dekker).
 * Needed wherever a sum of products must be as exact as the numbers it came from; right for
 * factors below 1e150 in size.
 */
export function productRest(a: number, b: number): number {
  const product = a * b;
  const largeA = splitter * a;
  const highA = largeA - (largeA - a);
  const lowA = a - highA;
  const largeB = splitter * b;
  const highB = largeB - (largeB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/**
 * `products - first * second / n` for sums kept in two doubles: the sum of products about the
 * means, without the cancellation a single double would suffer.
 */
export function centredSum(
  products: readonly [number, number],
  first: readonly [number, number],
  second: readonly [number, number],
  n: number,
): number {
  const top = first[0] * second[0];
  const topRest = productRest(first[0], second[0]) + (first[0] * second[1] + first[1] * second[0]);
  const share = top / n;
  // The remainder of the division, exact to the second double.
  const shareRest = (top - share * n - productRest(share, n) + topRest) / n;
  return products[0] - share + (products[1] - shareRest);
}
