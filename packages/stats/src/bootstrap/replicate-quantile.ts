import { normalQuantile } from '../distributions/index.js';

/**
 * The p quantile of sorted replicates at rank (R + 1) p, interpolated on the scale of normal
 * quantiles between two ranks (Davison and Hinkley, 1997, equation 5.8); the extremes beyond the
 * first and last rank. R: `boot:::norm.inter(t, p)`.
 */
export function replicateQuantile(sorted: readonly number[], p: number): number {
  const size = sorted.length;
  const rank = (size + 1) * p;
  const below = Math.floor(rank + 1e-10 * rank);
  if (below < 1) return sorted[0]!;
  if (below >= size) return sorted[size - 1]!;
  const low = sorted[below - 1]!;
  if (Math.abs(rank - below) <= 1e-10 * rank) return low;
  const start = normalQuantile(below / (size + 1));
  const end = normalQuantile((below + 1) / (size + 1));
  const share = (normalQuantile(p) - start) / (end - start);
  return low + share * (sorted[below]! - low);
}
