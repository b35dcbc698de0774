import { centredProduct, type Moments } from '../moments/index.js';
import { refuse, type Result } from '../result.js';
import { fitOneFactor } from './one-factor.js';

/** McDonald's omega total of `k` items, and the one-factor model it rests on. */
export type OmegaTotal = {
  /** Share of the modelled variance of the total due to the factor. */
  readonly omega: number;
  /** The same over the observed variance of the total. */
  readonly omegaObserved: number;
  readonly loadings: readonly number[];
  readonly uniqueness: readonly number[];
  /** Likelihood-ratio chi-square of the one-factor model, n times the discrepancy. */
  readonly chiSquare: number;
  readonly df: number;
  /** Whether a uniqueness ran to zero; omega then leans on one item. */
  readonly boundary: boolean;
  /** Whether another such solution fits better; omega is then not to be relied on. */
  readonly ambiguous: boolean;
  readonly n: number;
  readonly k: number;
  readonly method: 'omega total, one factor by maximum likelihood';
};

/**
 * Omega total: (sum of loadings)^2 / ((sum of loadings)^2 + sum of uniquenesses), McDonald 1999,
 * from a one-factor maximum-likelihood fit to the covariances of complete rows (divisor n).
 *
 * Needs three items and more people than items. In R: `lavaan::cfa(..., std.lv = TRUE)` and the sums.
 */
export function omegaTotal(moments: Moments): Result<OmegaTotal> {
  const { n, width: k } = moments;
  if (k < 3) return refuse('omega needs at least three items', n);
  if (n <= k) return refuse('omega needs more people than items', n);
  const columns = Array.from({ length: k }, (_, column) => column);
  const s = columns.map((a) => columns.map((b) => centredProduct(moments, a, b) / n));
  if (s.some((row, item) => row[item] === 0)) return refuse('an item never varies', n);
  const fit = fitOneFactor(s);
  if (!fit) return refuse('an item is a sum of others', n);
  const common = fit.loadings.reduce((a, b) => a + b, 0) ** 2;
  const own = fit.uniqueness.reduce((a, b) => a + b, 0);
  const observed = s.flat().reduce((a, b) => a + b, 0);
  if (!(observed > 0)) return refuse('the total score does not vary', n);
  const df = (k * (k - 3)) / 2;
  return {
    computable: true,
    omega: common / (common + own),
    omegaObserved: common / observed,
    loadings: fit.loadings,
    uniqueness: fit.uniqueness,
    // Three items determine one factor exactly: what is left over is rounding.
    chiSquare: df === 0 && !fit.boundary ? 0 : n * fit.discrepancy,
    df,
    boundary: fit.boundary,
    ambiguous: fit.ambiguous,
    n,
    k,
    method: 'omega total, one factor by maximum likelihood',
  };
}
