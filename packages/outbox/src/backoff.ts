/** No wait is longer than an hour, however a collector or a wrong clock would have it. */
export const longestRest = 3_600_000;

/** How long to wait between tries, in milliseconds. */
export type Waits = {
  /** The first wait is at most this long; default 2000. */
  readonly first?: number;
  /** Waits double up to this; default 300000, five minutes. */
  readonly longest?: number;
};

/**
 * Milliseconds until the next try: anything from nothing to 2, 4, 8, ... seconds (exponential
 * backoff with full jitter), so that devices which failed together do not come back together.
 */
export function backoff(
  tries: number,
  random: () => number,
  { first = 2000, longest = 300_000 }: Waits = {},
): number {
  return random() * Math.min(longest, first * 2 ** tries);
}

/**
 * Milliseconds a collector asked for by `Retry-After` (RFC 9110, section 10.2.3: seconds or a
 * date); 0 when it asked for nothing that can be read. A collector on another origin has to
 * list the header in `Access-Control-Expose-Headers`, or the page cannot see it.
 */
export function retryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const asked = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), longestRest);
}
