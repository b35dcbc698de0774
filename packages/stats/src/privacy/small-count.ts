/** The smallest count that may be shown besides zero. */
export const defaultThreshold = 11;

/** A count as it may be published: itself, or only that it lies between 1 and `below` - 1. */
export type PublishedCount =
  | { readonly hidden: false; readonly count: number }
  | { readonly hidden: true; readonly below: number };

/**
 * Whether a count is too small to show: 1 to `threshold` - 1. Zero may be shown, it describes
 * nobody. The rule of 11 is that of the US Centers for Medicare and Medicaid Services.
 */
export function isSmallCount(count: number, { threshold = defaultThreshold } = {}): boolean {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError('isSmallCount requires a whole number of zero or more');
  return count > 0 && count < threshold;
}

/**
 * A count made fit for publication on its own. It does not know of totals, percentages or other
 * tables the same count could be worked out from: for a table use `suppressTable`.
 */
export function publishCount(count: number, { threshold = defaultThreshold } = {}): PublishedCount {
  return isSmallCount(count, { threshold })
    ? { hidden: true, below: threshold }
    : { hidden: false, count };
}
