import * as z from 'zod/mini';
import { Answers } from './answer.js';
import { Id, Language, Moment, ParticipantCode, SubmissionId, Version } from './id.js';
import { Scores } from './score.js';
import { Timepoint } from './timepoint.js';

/** One finished check-in. Its id is made once and it never changes again. */
export const Submission = z.strictObject({
  id: SubmissionId,
  program: Id,
  participant: ParticipantCode,
  timepoint: Timepoint,
  instrument: Id,
  version: Version,
  language: Language,
  contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  answers: Answers,
  /** What was answered to items that a later answer hid; it is not scored. */
  apart: z.optional(Answers),
  scores: Scores,
  completedAt: Moment,
});
/** One finished check-in. */
export type Submission = z.infer<typeof Submission>;
