import { scoringKey, toBase64Url, type Answers, type Submission } from '@waymark/model';
import { score } from '@waymark/scoring';
import { readInstruments } from '../instruments/read-instruments.js';

/** The instruments made up for tests. */
export const exampleLibrary = () =>
  readInstruments(new URL('../../fixtures/instruments/', import.meta.url));

/** A new submission id for a number: 16 bytes that end in it. */
export function exampleId(number: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(12, number);
  return toBase64Url(bytes);
}

/** A check-in with the example instrument, rightly scored; fields may be set, wrong ones too. */
export async function exampleSubmission(fields: Partial<Submission> = {}): Promise<Submission> {
  const { instruments, shipped } = await exampleLibrary();
  const { id, version, language, contentHash } = shipped[0]!;
  const instrument = instruments.find((candidate) => candidate.id === id)!;
  const answers: Answers = fields.answers ?? { t1: 3, t2: 'skipped', t3: 4, days: 12 };
  return {
    id: exampleId(1),
    program: 'first-program',
    participant: 'CODE-0001',
    timepoint: 'baseline',
    instrument: id,
    version,
    language,
    contentHash,
    scores: score(scoringKey(instrument), answers),
    completedAt: '2026-03-01T10:15:00.000Z',
    ...fields,
    answers,
  };
}
