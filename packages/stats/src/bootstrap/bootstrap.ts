import { refuse } from '../result.js';
import type { Interval, Refusal, Result } from '../result.js';
import { bcaLimits, percentileLimits } from './bootstrap-limits.js';
import type { BootstrapLimits } from './bootstrap-limits.js';
import { jackknifeAcceleration } from './jackknife.js';
import type { Statistic } from './jackknife.js';
import { seededRandom } from './seeded-random.js';

/** What a bootstrap takes: how many replicates from which seed, and the level of the interval. */
export type BootstrapOptions = {
  /** Whole number that decides every draw. */
  readonly seed: number;
  /** Replicates, 10,000 by default. */
  readonly replicates?: number;
  /** Confidence, 0.95 by default. */
  readonly level?: number;
};

/** A statistic with its bootstrap interval. */
export type BootstrapInterval = {
  value: number;
  interval: Interval;
  /** Bias of the replicates; `null` when all lie on one side of the value. */
  z0: number | null;
  /** `null` for the percentile interval, which has none. */
  acceleration: number | null;
  n: number;
  /** Replicates the interval was read from. */
  replicates: number;
  /** Replicates in which the statistic could not be computed. */
  dropped: number;
  seed: number;
  method: 'bootstrap, BCa' | 'bootstrap, percentile';
};

type Drawn = { readonly value: number; readonly replicates: number[]; readonly dropped: number };

function draw<T>(
  values: readonly T[],
  statistic: Statistic<T>,
  { seed, replicates: wanted = 10_000 }: BootstrapOptions,
): Drawn | Refusal {
  const n = values.length;
  if (n < 2) return refuse('fewer than two values', n);
  const value = statistic(values);
  if (value === null || !Number.isFinite(value))
    return refuse('the statistic is not computable', n);
  const random = seededRandom(seed);
  const replicates: number[] = [];
  const sample = [...values];
  for (let r = 0; r < wanted; r++) {
    for (let i = 0; i < n; i++) sample[i] = values[Math.floor(random() * n)]!;
    const replicate = statistic(sample);
    if (replicate !== null && Number.isFinite(replicate)) replicates.push(replicate);
  }
  if (2 * replicates.length < wanted) return refuse('rarely computable in a resample', n);
  return { value, replicates, dropped: wanted - replicates.length };
}

/** The interval with everything it rests on. */
function reported(
  { value, replicates, dropped }: Drawn,
  limits: Result<BootstrapLimits>,
  rest: Pick<BootstrapInterval, 'acceleration' | 'n' | 'seed' | 'method'>,
): Result<BootstrapInterval> {
  if (!limits.computable) return refuse(limits.reason, rest.n);
  const { interval, z0 } = limits;
  return { computable: true, value, interval, z0, replicates: replicates.length, dropped, ...rest };
}

/**
 * A statistic with its bias-corrected and accelerated bootstrap interval (Efron, 1987): for statistics
 * without a formula, or skewed ones. Resamples people with replacement; the same seed gives the same
 * bytes. Needs three values and a statistic that moves when one is left out. R: `boot::boot.ci(
 * boot::boot(values, statistic, replicates), type = "bca")`, with other random numbers.
 */
export function bootstrapBca<T>(
  values: readonly T[],
  statistic: Statistic<T>,
  options: BootstrapOptions,
): Result<BootstrapInterval> {
  const drawn = draw(values, statistic, options);
  if ('computable' in drawn) return drawn;
  const jackknife = jackknifeAcceleration(values, statistic);
  if (!jackknife.computable) return jackknife;
  const { seed, level = 0.95 } = options;
  const { acceleration, n } = jackknife;
  const limits = bcaLimits(drawn.replicates, { value: drawn.value, acceleration }, { level });
  return reported(drawn, limits, { acceleration, n, seed, method: 'bootstrap, BCa' });
}

/**
 * A statistic with its percentile bootstrap interval; see `bootstrapBca`, which corrects its bias.
 * R: `boot::boot.ci(..., type = "perc")`, with other random numbers.
 */
export function bootstrapPercentile<T>(
  values: readonly T[],
  statistic: Statistic<T>,
  options: BootstrapOptions,
): Result<BootstrapInterval> {
  const drawn = draw(values, statistic, options);
  if ('computable' in drawn) return drawn;
  const { seed, level = 0.95 } = options;
  const limits = percentileLimits(drawn.replicates, drawn.value, { level });
  const method = 'bootstrap, percentile';
  return reported(drawn, limits, { acceleration: null, n: values.length, seed, method });
}
