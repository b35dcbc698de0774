import { toBase64Url, type SkippedAnswers, type Submission } from '@waymark/model';
import { score } from '@waymark/scoring';
import type { Setup } from './setup.js';

/** Time and chance, as far as a submission needs them. */
export type SubmissionWorld = {
  readonly now: () => Date;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
};

/** The finished check-in, scored, under an id that is made here, once. */
export function makeSubmission(
  { instrument, program, participant, timepoint }: Setup,
  { answers, apart }: SkippedAnswers,
  { now, random }: SubmissionWorld,
): Submission {
  const { version, language, contentHash, key } = instrument;
  return {
    id: toBase64Url(random(new Uint8Array(16))),
    program,
    participant,
    timepoint,
    instrument: instrument.id,
    version,
    language,
    contentHash,
    answers,
    ...(Object.keys(apart).length > 0 && { apart }),
    scores: score(key, answers),
    completedAt: now().toISOString(),
  };
}
