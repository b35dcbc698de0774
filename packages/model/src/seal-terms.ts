import type { Envelope } from './envelope.js';

// Apart from the schema, so that a page that only seals loads no validator.

/** The one way envelopes are sealed, by its RFC 9180 names. */
export const sealSuite = 'DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM';
/** What the seal is bound to besides its own envelope (RFC 9180 `info`). */
export const sealInfo = 'waymark submission 1';

/** The text that the seal covers besides the submission (RFC 9180 `aad`), in UTF-8. */
export function sealedAlong({
  suite,
  id,
  program,
  keyId,
}: Omit<Envelope, 'enc' | 'sealed'>): string {
  return [suite, id, program, keyId].join('\n');
}
