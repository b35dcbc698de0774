import { stirlingError } from '../distributions/index.js';

/**
 * Hedges' exact small-sample factor J(m) = gamma(m/2) / (sqrt(m/2) gamma((m - 1)/2)) for a
 * standardised difference whose standard deviation has m degrees of freedom (Hedges, 1981); J d is
 * unbiased where d overstates. `null` for m < 2, where no such factor exists. The common
 * 1 - 3/(4m - 1) is an approximation of it. R: `exp(lgamma(m/2) - log(sqrt(m/2)) - lgamma((m-1)/2))`.
 */
export function hedgesCorrection(m: number): number | null {
  if (!(m >= 2)) return null;
  if (m === Infinity) return 1;
  const half = m / 2;
  const less = half - 0.5;
  const growth = (half - 1) * Math.log1p(0.5 / less) - 0.5;
  return Math.exp(growth + stirlingError(half) - stirlingError(less));
}
