import { logExcess } from './log-excess.js';
import { stirlingError } from './log-gamma.js';
import { millsRatio, normalDensity, normalUpper } from './normal.js';

const halfLogTwoPi = 0.9189385332046728;

/** A noncentral t's tails at t; `slope` is the growth of `upper` with the noncentrality. */
export type NoncentralTails = {
  readonly lower: number;
  readonly upper: number;
  readonly slope: number;
};

type Area = { readonly area: number; readonly slope: number };

/** The logarithm of a normal's lower area at w, and its derivative there. */
function logCdfAndHazard(w: number): [logCdf: number, hazard: number] {
  if (w < 0) {
    const ratio = millsRatio(-w);
    return [Math.log(ratio) - halfLogTwoPi - 0.5 * w * w, 1 / ratio];
  }
  const upper = normalUpper(w);
  return [Math.log1p(-upper), normalDensity(w) / (1 - upper)];
}

/**
 * P(T > t) as the integral of f(s) Phi(ncp - t s), s the spread of the sample over the true one,
 * over u = log s, by the trapezoidal rule: the integrand dies off on both sides, so the rule gains
 * digits exponentially with its number of steps, and as every term is positive, far tails keep
 * their relative accuracy.
 */
function upperArea(t: number, df: number, ncp: number): Area {
  const at = (u: number): [log: number, hazard: number] => {
    const [logCdf, hazard] = logCdfAndHazard(ncp - t * Math.exp(u));
    return [logCdf - (df / 2) * logExcess(Math.expm1(2 * u)), hazard];
  };
  const peak = peakOf(t, df, ncp);
  const step = (df < 3 ? 0.3 : 0.4) / Math.max(Math.sqrt(2 * df), Math.abs(t) * Math.exp(peak));
  const [base, hazardAtPeak] = at(peak);
  let area = 1;
  let slope = hazardAtPeak;
  for (const direction of [step, -step]) {
    let last = 1;
    for (let k = 1; ; k++) {
      const [log, hazard] = at(peak + k * direction);
      const value = Math.exp(log - base);
      area += value;
      slope += value * hazard;
      if (value < 1e-18 * area && value <= last) break;
      last = value;
    }
  }
  const logDensityAtOne = 0.5 * Math.log(df / Math.PI) - stirlingError(df / 2);
  const scale = step * Math.exp(base + logDensityAtOne);
  return { area: area * scale, slope: slope * scale };
}

/** Roughly where the integrand is largest: a step or two beside it costs only a few terms. */
function peakOf(t: number, df: number, ncp: number): number {
  const rise = (u: number) => {
    const s = Math.exp(u);
    return -df * Math.expm1(2 * u) - t * s * logCdfAndHazard(ncp - t * s)[1];
  };
  const away = Math.sign(rise(0)) || 1;
  let width = 1 / Math.sqrt(2 * df);
  let near = 0;
  let far = away * width;
  while (rise(far) * away > 0) {
    near = far;
    width *= 2;
    far += away * width;
  }
  for (let round = 0; round < 12; round++) {
    const middle = (near + far) / 2;
    if (rise(middle) * away > 0) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/**
 * Both tails of the noncentral t with df > 0 and noncentrality ncp, relative 1e-12 in either tail,
 * and the derivative of the upper one by ncp. Power, sample size and the exact interval of a
 * standardised mean read from it. R: `pt(t, df, ncp)`, which is good to an absolute 1e-12 only.
 */
export function noncentralTails(t: number, df: number, ncp: number): NoncentralTails {
  if (!(df > 0)) throw new RangeError('noncentralTails requires df > 0');
  if (t >= ncp) {
    const { area, slope } = upperArea(t, df, ncp);
    return { upper: area, lower: 1 - area, slope };
  }
  const { area, slope } = upperArea(-t, df, -ncp);
  return { lower: area, upper: 1 - area, slope };
}

/** Lower tail area of the noncentral t; see `noncentralTails`. R: `pt(t, df, ncp)`. */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  return noncentralTails(t, df, ncp).lower;
}

/** Upper tail area of the noncentral t; see `noncentralTails`. R: `pt(t, df, ncp, lower.tail = FALSE)`. */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  return noncentralTails(t, df, ncp).upper;
}
