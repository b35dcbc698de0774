import * as z from 'zod/mini';
import { Id, SubmissionId } from './id.js';
import { sealSuite } from './seal-terms.js';

const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/));

/** A sealed submission and the little a collector needs to route it. */
export const Envelope = z.strictObject({
  suite: z.literal(sealSuite),
  id: SubmissionId,
  program: Id,
  keyId: Base64Url.check(z.maxLength(22)),
  enc: Base64Url.check(z.maxLength(88)),
  sealed: Base64Url,
});
/** A sealed submission and the little a collector needs to route it. */
export type Envelope = z.infer<typeof Envelope>;
