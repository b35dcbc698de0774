/** The two tail areas at one point, each with its own relative accuracy, and their logarithms. */
export type Tails = {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
};

/** The tails where all the area lies above. */
export const allAbove: Tails = { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 };

/** The same two tails seen from the other side. */
export function mirrored({ lower, upper, logLower, logUpper }: Tails): Tails {
  return { lower: upper, upper: lower, logLower: logUpper, logUpper: logLower };
}

/** Both tails when the logarithm of the lower one is known; the upper is what is left to 1. */
export function tailsFromLogLower(logArea: number): Tails {
  const logLower = Math.min(logArea, 0);
  const lower = Math.exp(logLower);
  const upper = -Math.expm1(logLower);
  const logUpper = lower < 0.5 ? Math.log1p(-lower) : Math.log(upper);
  return { lower, upper, logLower, logUpper };
}

/** Both tails when each is known by its logarithm. */
export function tailsFromLogs(logLower: number, logUpper: number): Tails {
  const lower = Math.exp(logLower);
  const upper = Math.exp(logUpper);
  return { lower, upper, logLower, logUpper };
}
