/** One program's estimate with its sampling variance (its standard error squared). */
export type Effect = { readonly estimate: number; readonly variance: number };

/** Estimates weighted by 1 / (variance + tau2), their mean and what is left over. */
export type Weighing = {
  readonly weights: readonly number[];
  readonly sum: number;
  readonly mean: number;
  /** Weighted sum of squares about the mean: Cochran's Q when tau2 is zero. */
  readonly q: number;
};

/** Weighs the estimates for a given variance between programs. */
export function weigh(effects: readonly Effect[], tau2: number): Weighing {
  const weights = effects.map(({ variance }) => 1 / (variance + tau2));
  const sum = weights.reduce((a, b) => a + b, 0);
  // The mean is taken from the first estimate on, so that equal estimates leave exactly nothing.
  const origin = effects[0]?.estimate ?? 0;
  const shift = effects.reduce((a, e, i) => a + weights[i]! * (e.estimate - origin), 0) / sum;
  const q = effects.reduce((a, e, i) => a + weights[i]! * (e.estimate - origin - shift) ** 2, 0);
  return { weights, sum, mean: origin + shift, q };
}

/** The variance within programs that stands for all of them in I2 (Higgins and Thompson 2002). */
export function typicalVariance(effects: readonly Effect[]): number {
  const { weights, sum } = weigh(effects, 0);
  const squares = weights.reduce((a, w) => a + w * w, 0);
  return ((effects.length - 1) * sum) / (sum * sum - squares);
}

/**
 * The tau2 at which the weighted sum of squares equals `target`, or 0 when it is smaller already at
 * zero. Newton's method from zero never overshoots: the sum falls and bends upwards.
 */
export function tau2ForQ(effects: readonly Effect[], target: number): number {
  let tau2 = 0;
  for (let iteration = 0; iteration < 500; iteration += 1) {
    const { weights, mean, q } = weigh(effects, tau2);
    if (q <= target) return tau2;
    const slope = effects.reduce((a, e, i) => a + (weights[i]! * (e.estimate - mean)) ** 2, 0);
    const next = tau2 + (q - target) / slope;
    if (!(next > tau2)) return tau2;
    tau2 = next;
  }
  return tau2;
}

/** DerSimonian and Laird's variance between programs, from Cochran's Q. */
export function derSimonianLaird(effects: readonly Effect[]): number {
  const { weights, sum, q } = weigh(effects, 0);
  const squares = weights.reduce((a, w) => a + w * w, 0);
  return Math.max(0, (q - (effects.length - 1)) / (sum - squares / sum));
}

/** Paule and Mandel's variance between programs: the one at which Q is what chance would give. */
export function pauleMandel(effects: readonly Effect[]): number {
  return tau2ForQ(effects, effects.length - 1);
}

/** Slope of the restricted likelihood by tau2, and its expected curvature. */
function remlScore(effects: readonly Effect[], tau2: number) {
  const { weights, sum, mean } = weigh(effects, tau2);
  let fit = 0;
  let squares = 0;
  let cubes = 0;
  effects.forEach(({ estimate }, i) => {
    const w = weights[i]!;
    fit += (w * (estimate - mean)) ** 2;
    squares += w * w;
    cubes += w * w * w;
  });
  return {
    slope: fit - (sum - squares / sum),
    curvature: squares - (2 * cubes) / sum + (squares / sum) ** 2,
  };
}

/**
 * Variance between programs by restricted maximum likelihood (Raudenbush 2009), never below zero.
 * Fisher scoring from the Paule-Mandel value, then on to the root of the slope by halving.
 */
export function restrictedMaximumLikelihood(effects: readonly Effect[]): number {
  let tau2 = pauleMandel(effects);
  for (let iteration = 0; iteration < 1000; iteration += 1) {
    const { slope, curvature } = remlScore(effects, tau2);
    const next = Math.max(0, tau2 + slope / curvature);
    const moved = Math.abs(next - tau2);
    tau2 = next;
    if (moved <= 1e-15 * tau2) break;
  }
  return tau2;
}

/** Logarithm of the restricted likelihood at tau2, as in R's metafor. */
export function restrictedLogLikelihood(effects: readonly Effect[], tau2: number): number {
  const { sum, q } = weigh(effects, tau2);
  const k = effects.length;
  const logs = effects.reduce((a, { variance }) => a + Math.log(variance + tau2), 0);
  return -0.5 * ((k - 1) * Math.log(2 * Math.PI) - Math.log(k) + logs + Math.log(sum) + q);
}
