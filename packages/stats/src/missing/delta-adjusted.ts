import { normalQuantile } from '../distributions/index.js';
import { around, refuse, type Interval, type Result } from '../result.js';

/** The mean change of everybody if the lost had changed by `delta` more than those seen. */
export type DeltaAdjusted = {
  readonly delta: number;
  readonly estimate: number;
  readonly se: number;
  readonly interval: Interval;
};

/** What happens to a mean change as the lost are assumed to do better or worse. */
export type DeltaSensitivity = {
  readonly results: readonly DeltaAdjusted[];
  /**
   * The delta closest to zero at which the interval reaches zero; 0 when it already does, `null`
   * when no delta makes it (nobody is lost).
   */
  readonly tippingPoint: number | null;
  readonly lostShare: number;
  readonly n: number;
  readonly method: 'delta-adjusted pattern mixture';
};

/** The observed mean change, and how many people were and were not seen. */
export type ObservedChange = {
  readonly mean: number;
  readonly se: number;
  readonly seen: number;
  readonly lost: number;
};

function adjust(
  { mean, se, seen, lost }: ObservedChange,
  delta: number,
  level: number,
): DeltaAdjusted {
  const n = seen + lost;
  const share = lost / n;
  const estimate = mean + share * delta;
  const error = Math.sqrt(se ** 2 + (delta ** 2 * share * (1 - share)) / n);
  const reach = normalQuantile((1 + level) / 2) * error;
  const interval = around(estimate, reach, level);
  return { delta, estimate, se: error, interval };
}

/** Where estimate^2 = z^2 se^2: a quadratic in delta, the root on the side against the change. */
function tippingPoint({ mean, se, seen, lost }: ObservedChange, level: number): number | null {
  const n = seen + lost;
  const share = lost / n;
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const c = mean ** 2 - z2 * se ** 2;
  if (c <= 0) return 0;
  const a = share ** 2 - (z2 * share * (1 - share)) / n;
  const b = 2 * mean * share;
  if (share === 0) return null;
  const root = Math.sqrt(b * b - 4 * a * c);
  const q = -(b + Math.sign(b) * root) / 2;
  // Both roots of a concave curve straddle zero; of a convex one the nearer is c / q.
  return c / q;
}

/**
 * A mean change under the assumption that those lost changed by `delta` more (or less) than those
 * seen: mean + share lost x delta, with the error of the share (Rubin 1977, Little 1993).
 *
 * A sensitivity analysis: it says how far the lost would have to differ before the conclusion falls.
 * For imputed data, add delta to the imputed scores and use `poolImputations` instead.
 */
export function deltaAdjusted(
  observed: ObservedChange,
  deltas: readonly number[],
  { level = 0.95 } = {},
): Result<DeltaSensitivity> {
  const { seen, lost, se } = observed;
  if (seen < 2) return refuse('at least two people must have been seen', seen);
  if (!(se > 0)) return refuse('the observed mean change has no error', seen);
  return {
    computable: true,
    results: deltas.map((delta) => adjust(observed, delta, level)),
    tippingPoint: tippingPoint(observed, level),
    lostShare: lost / (seen + lost),
    n: seen + lost,
    method: 'delta-adjusted pattern mixture',
  };
}
