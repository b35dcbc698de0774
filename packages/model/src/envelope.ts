import * as z from 'zod/mini';
import { Id, SubmissionId } from './id.js';

/** The one way envelopes are sealed, by its RFC 9180 names. */
export const sealSuite = 'DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM';
/** What the seal is bound to besides its own envelope (RFC 9180 `info`). */
export const sealInfo = 'waymark submission 1';

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

/** The text that the seal covers besides the submission (RFC 9180 `aad`), in UTF-8. */
export function sealedAlong({
  suite,
  id,
  program,
  keyId,
}: Omit<Envelope, 'enc' | 'sealed'>): string {
  return [suite, id, program, keyId].join('\n');
}
