/** Both ends of an interval as a fixture writes them. */
export const limits = (interval) =>
  interval === null ? [null, null] : [interval.low, interval.high];
