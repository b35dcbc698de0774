/** The least time between two rounds of the timer, in milliseconds. */
const leastWait = 1000;
/** The longest the timer sleeps, which is also its wait after the storage failed. */
const longestWait = 300_000;

/** What moves deliveries along. */
export type Triggers = {
  /** Runs a round; nudged when something happened that may have brought the network back. */
  readonly deliver: (nudged: boolean) => Promise<void>;
  /** Milliseconds until an entry is due, null when none waits. */
  readonly untilDue: () => Promise<number | null>;
  /** Calls back after each change of the outbox; returns the way to stop. */
  readonly listen: (hear: () => void) => () => void;
};

/**
 * Delivers now, when the page comes online, to the front or back from the cache, and when a
 * wait is over; returns the way to stop.
 */
export function startTriggers({ deliver, untilDue, listen }: Triggers): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const sleep = (wait: number | null) => {
    clearTimeout(timer);
    if (stopped || wait === null) return;
    timer = setTimeout(() => run(false), Math.min(Math.max(wait, leastWait), longestWait));
  };
  // Where the storage fails nothing is lost: every entry is still in it, and looked for later.
  const later = () => sleep(longestWait);
  const wakeInTime = () => untilDue().then(sleep, later);
  const run = (nudged: boolean) => void deliver(nudged).then(wakeInTime, later);
  const nudge = ({ type }: Event) => {
    if (type !== 'visibilitychange' || document.visibilityState === 'visible') run(true);
  };

  const events = ['online', 'pageshow', 'visibilitychange'];
  for (const event of events) addEventListener(event, nudge);
  const stopListening = listen(() => void wakeInTime());
  run(true);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening();
    for (const event of events) removeEventListener(event, nudge);
  };
}
