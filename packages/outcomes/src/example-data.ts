import {
  scoringKey,
  type Answers,
  type Instrument,
  type Scale,
  type Submission,
  type Timepoint,
} from '@waymark/model';
import { score } from '@waymark/scoring';

const source = { id: 'example', citation: 'Made up for tests', mark: 'seen' } as const;

/** A made-up scale over made-up items, for tests. */
export function exampleScale(changes: Partial<Scale> & Pick<Scale, 'id' | 'items'>): Scale {
  return {
    name: `Scale ${changes.id}`,
    reversed: [],
    method: { name: 'sum' },
    missing: { minimumAnswered: changes.items.length, fill: 'none', source: 'example' },
    range: [0, 4 * changes.items.length],
    direction: 'higher-is-better',
    source: 'example',
    reliability: [],
    thresholds: [],
    ...changes,
  };
}

/** A made-up instrument whose items all go from 0 to 4, for tests. */
export function exampleInstrument(
  scales: readonly Scale[],
  changes: Partial<Instrument> = {},
): Instrument {
  const ids = [...new Set(scales.flatMap(({ items }) => items))];
  return {
    id: 'example',
    version: '1.0.0',
    name: 'Example instrument',
    area: 'hope',
    measures: 'Nothing at all, it is made up',
    minutes: 1,
    rights: {
      class: 'public-domain',
      holder: 'Nobody',
      credit: 'Made up for tests.',
      evidence: 'Made up for tests.',
      checked: '2026-01-01',
    },
    sources: [source],
    optionSets: { five: [0, 1, 2, 3, 4].map((value) => ({ value })) },
    items: ids.map((id, i) => ({ id, number: String(i + 1), kind: 'options', options: 'five' })),
    scales: [...scales],
    ...changes,
  };
}

let made = 0;

/** A submission with answers, scored by the instrument; everything else has a default. */
export function submissionOf(
  instrument: Instrument,
  answers: Answers,
  changes: Partial<Submission> = {},
): Submission {
  made += 1;
  return {
    id: String(made).padStart(21, '0') + 'A',
    program: 'north',
    participant: 'P-0001',
    timepoint: 'baseline',
    instrument: instrument.id,
    version: instrument.version,
    language: 'en',
    contentHash: '0'.repeat(64),
    answers,
    scores: score(scoringKey(instrument), answers),
    completedAt: '2026-01-05T10:00:00.000Z',
    ...changes,
  };
}

/** One person's scores on the scale `only`, by timepoint; `null` for a score that is missing. */
export type Course = { readonly [timepoint: Timepoint]: number | null };

/** Submissions of one program with given scores and no answers, one course for each person. */
export function submissionsOf(
  courses: readonly Course[],
  instrument: Instrument,
  program = 'north',
): Submission[] {
  const [scale] = instrument.scales;
  return courses.flatMap((course, person) =>
    Object.entries(course).map(([timepoint, value]) =>
      submissionOf(
        instrument,
        {},
        {
          program,
          participant: `${program.toUpperCase()}-${String(person + 1).padStart(4, '0')}`,
          timepoint,
          scores: {
            [scale!.id]:
              value === null
                ? { value: null, reason: 'too-few-answered', answered: 0, of: 1 }
                : { value, answered: 1, of: 1 },
          },
        },
      ),
    ),
  );
}
