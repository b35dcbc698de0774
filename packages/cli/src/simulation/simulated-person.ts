import type { SeededRandom } from './seeded-random.js';

/** Shares of those who started that answer again, by timepoint in order; the first is the start. */
export type Shares = readonly number[];

/** A simulated person's wellness on one instrument at each timepoint; `null` where they are lost. */
export type Trajectory = readonly (number | null)[];

/** Where simulated people start: a little below the middle, as people who seek support often do. */
const startMean = -0.3;

/**
 * Wellness of `people` simulated people on each instrument, over timepoints. `gains` are the mean
 * changes by the last timepoint, one for each instrument, in standard deviations; most of a change
 * comes early. People differ in how they change. Who is lost depends in part on how they started.
 */
export function simulatedPeople(
  people: number,
  gains: readonly number[],
  shares: Shares,
  random: SeededRandom,
): readonly (readonly Trajectory[])[] {
  const starts = Array.from({ length: people }, () => random.normal());
  const present = whoAnswers(starts, shares, random);
  return starts.map((wellness, person) =>
    gains.map((gain) => {
      const own = startMean + 0.75 * wellness + 0.66 * random.normal();
      const change = gain + 0.55 * random.normal();
      return shares.map((_, i) => {
        const drift = i === 0 ? 0 : 0.25 * random.normal();
        return present[i]!.has(person) ? own + change * progress(i, shares.length) + drift : null;
      });
    }),
  );
}

function progress(timepoint: number, timepoints: number): number {
  return timepoints < 2 ? 0 : Math.sqrt(timepoint / (timepoints - 1));
}

/** For each timepoint exactly its share of people: those the most inclined to answer then. */
function whoAnswers(
  starts: readonly number[],
  shares: Shares,
  random: SeededRandom,
): readonly ReadonlySet<number>[] {
  const steady = starts.map((wellness) => 0.5 * wellness + random.normal());
  return shares.map((share) => {
    const inclined = steady.map((own, person) => ({ person, by: own + 0.5 * random.normal() }));
    const sorted = inclined.sort((a, b) => b.by - a.by);
    return new Set(sorted.slice(0, Math.round(share * starts.length)).map(({ person }) => person));
  });
}
