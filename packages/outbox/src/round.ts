import { backoff, longestRest, type Waits } from './backoff.js';
import type { Entry } from './entry.js';
import { noAnswer, type Outcome } from './put.js';

/** Replaces an entry by what `next` makes of it, or forgets it; never touches other records. */
export type Edit = (id: string, next: (entry: Entry) => Entry | undefined) => Promise<void>;

/** What a round of delivery needs from outside. */
export type Round = {
  readonly entries: () => Promise<Entry[]>;
  readonly edit: Edit;
  readonly attempt: (entry: Entry) => Promise<Outcome>;
  readonly isDue: (entry: Entry) => boolean;
  readonly now: () => number;
  readonly random: () => number;
  readonly waits: Waits;
};

/**
 * Whether an entry's time has come. A nudge (the page opened, came to the front, came online)
 * is reason to try what found no answer before; a collector's own "later" is kept to. A time
 * too far away is a clock that was put back.
 */
export function isTime({ nextTryAt, lastFault }: Entry, now: number, nudged: boolean): boolean {
  return nextTryAt <= now || nextTryAt > now + longestRest || (nudged && lastFault === noAnswer);
}

/**
 * Whether an entry was set aside for something staff can mend: a key, an address, or a collector
 * that does not know the instrument as it was asked and scored.
 */
export function isMendable({ refused }: Entry): boolean {
  return /^(40[134]\b|422 (instrument|version|contentHash|scores)\b)/.test(refused ?? '');
}

function after(entry: Entry, outcome: Outcome, { now, random, waits }: Round): Entry | undefined {
  if (outcome.is === 'taken') return undefined;
  const tries = entry.tries + 1;
  if (outcome.is === 'refused')
    return { ...entry, tries, refused: outcome.reason, lastFault: null };
  const nextTryAt = now() + Math.max(outcome.rest, backoff(entry.tries, random, waits));
  return { ...entry, tries, nextTryAt, lastFault: outcome.fault };
}

/**
 * Tries every due entry of one collector once, one after the other, those tried least first. A
 * collector that does not answer, or asks for a rest, gets it: its other entries wait as long.
 */
export async function deliverTo(collector: string, round: Round): Promise<void> {
  const all = await round.entries();
  const due = all.filter((entry) => entry.collector === collector && round.isDue(entry));
  let resting: Entry | undefined;
  for (const entry of due.sort((a, b) => a.tries - b.tries || a.keptAt - b.keptAt)) {
    const { id } = entry.envelope;
    if (resting) {
      const { nextTryAt, lastFault } = resting;
      await round.edit(id, (kept) => ({ ...kept, nextTryAt, lastFault }));
      continue;
    }
    const outcome = await round.attempt(entry);
    const next = after(entry, outcome, round);
    await round.edit(id, () => next);
    if (outcome.is === 'waiting' && outcome.all) resting = next;
  }
}
