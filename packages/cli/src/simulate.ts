import type { InstrumentLibrary } from '@waymark/collector';
import {
  applySkipRules,
  daysSinceBaseline,
  toBase64Url,
  type Answers,
  type ShippedInstrument,
  type Submission,
  type Timepoint,
} from '@waymark/model';
import { score } from '@waymark/scoring';
import { seededRandom, type SeededRandom } from './simulation/seeded-random.js';
import { simulatedAnswer } from './simulation/simulated-answer.js';
import { simulatedPeople, type Trajectory } from './simulation/simulated-person.js';

/** A program that exists only in a simulation. */
export type SimulatedProgram = {
  readonly id: string;
  /** Says that it is simulated. */
  readonly name: string;
  /** Mean change by the last timepoint, in standard deviations; below zero is for the worse. */
  readonly gain: number;
};

/** Three programs: a moderate change, a small one, hardly any. */
export const simulatedPrograms: readonly SimulatedProgram[] = [
  { id: 'simulated-a', name: 'Simulated program A', gain: 0.55 },
  { id: 'simulated-b', name: 'Simulated program B', gain: 0.3 },
  { id: 'simulated-c', name: 'Simulated program C', gain: 0 },
];

/** When simulated people are asked, and the share of those who started that answers. */
export const simulatedTimepoints: readonly { timepoint: Timepoint; share: number }[] = [
  { timepoint: 'baseline', share: 1 },
  { timepoint: '3-months', share: 0.65 },
  { timepoint: '6-months', share: 0.625 },
  { timepoint: '12-months', share: 0.575 },
];

// Options are coarser than what they stand for, which takes a little off: alpha comes out near .8.
const targetAlpha = 0.84;
const day = 86_400_000;

/** What simulated people answer: one instrument from each area. */
const simulatedInstruments = [
  'mhsip-social-connectedness',
  'mhsip-functioning',
  'ipip-via-r-hope',
  'cdc-hrqol-4',
] as const;

/**
 * Made-up submissions: people with codes such as `SIM-0001`, item by item, with drop-out and blanks.
 * Use them to try Waymark out; the same seed gives the same data.
 */
export function simulate(
  {
    seed = 1,
    programs = simulatedPrograms,
    peopleInEach = 40,
    startedOn = new Date('2025-01-06T00:00:00Z'),
    instruments: asked = simulatedInstruments,
  }: {
    readonly seed?: number;
    readonly programs?: readonly SimulatedProgram[];
    readonly peopleInEach?: number;
    /** The first day on which someone starts. */
    readonly startedOn?: Date;
    /** Ids of the instruments to answer; those that the library has no wording of are passed over. */
    readonly instruments?: readonly string[];
  },
  library: InstrumentLibrary,
): Submission[] {
  const random = seededRandom(seed);
  const instruments = asked.flatMap((id) => inEnglish(id, library.shipped));
  const shares = simulatedTimepoints.map(({ share }) => share);
  const submissions = programs.flatMap(({ id, gain }, place) => {
    const gains = instruments.map(() => gain + 0.12 * random.normal());
    const people = simulatedPeople(peopleInEach, gains, shares, random);
    return people.flatMap((trajectories, i) => {
      const number = place * peopleInEach + i + 1;
      const participant = `SIM-${String(number).padStart(4, '0')}`;
      const joined = startedOn.getTime() + Math.floor(180 * random.uniform()) * day;
      return checkIns(trajectories, instruments, { joined, library, random }).map((checkIn) => ({
        ...checkIn,
        program: id,
        participant,
      }));
    });
  });
  return submissions.sort((a, b) => (a.completedAt < b.completedAt ? -1 : 1));
}

function inEnglish(id: string, shipped: readonly ShippedInstrument[]): ShippedInstrument[] {
  const found = shipped.find((one) => one.id === id && one.language.startsWith('en'));
  return found ? [found] : [];
}

type Setting = {
  readonly joined: number;
  readonly library: InstrumentLibrary;
  readonly random: SeededRandom;
};

function checkIns(
  trajectories: readonly Trajectory[],
  instruments: readonly ShippedInstrument[],
  { joined, library, random }: Setting,
): Omit<Submission, 'program' | 'participant'>[] {
  return simulatedTimepoints.flatMap(({ timepoint }, t) => {
    const late = t === 0 ? 0 : Math.floor(14 * random.uniform());
    const hour = 9 + 9 * random.uniform();
    let clock = joined + (Math.round(daysSinceBaseline(timepoint)) + late + hour / 24) * day;
    return instruments.flatMap((instrument, i) => {
      const wellness = trajectories[i]![t]!;
      if (wellness === null) return [];
      clock += Math.round(60_000 * (1 + 2 * random.uniform()));
      const answers = answersOf(instrument, wellness, library, random);
      return [
        {
          id: toBase64Url(random.bytes(16)),
          timepoint,
          instrument: instrument.id,
          version: instrument.version,
          language: instrument.language,
          contentHash: instrument.contentHash,
          answers,
          scores: score(instrument.key, answers),
          completedAt: new Date(clock).toISOString(),
        },
      ];
    });
  });
}

function answersOf(
  instrument: ShippedInstrument,
  wellness: number,
  { instruments }: InstrumentLibrary,
  random: SeededRandom,
): Answers {
  const definition = instruments.find(
    ({ id, version }) => id === instrument.id && version === instrument.version,
  );
  const count = instrument.items.length;
  // Spearman and Brown turned round: the correlation of two items in a scale of this alpha.
  const common = targetAlpha / (count - targetAlpha * (count - 1));
  const answers = Object.fromEntries(
    instrument.items.map((item) => {
      const latent = Math.sqrt(common) * wellness + Math.sqrt(1 - common) * random.normal();
      const scale = definition?.scales.find(({ items }) => items.includes(item.id));
      const turned = scale?.reversed.includes(item.id) ?? false;
      const highIsGood = (scale?.direction === 'higher-is-better') !== turned;
      return [item.id, simulatedAnswer(item, highIsGood ? latent : -latent, random)];
    }),
  );
  return applySkipRules(instrument.items, answers).answers;
}
