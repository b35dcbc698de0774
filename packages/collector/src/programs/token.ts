import { createHash, timingSafeEqual } from 'node:crypto';
import { toBase64Url } from '@waymark/model';

/** Fills bytes with randomness nobody can foretell; `crypto.getRandomValues` is one. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** The platform's own secure randomness. */
export const secureRandom: Random = (bytes) => crypto.getRandomValues(bytes);

/** A new secret of so many random bytes, in base64url. */
export function makeToken(bytes: number, random = secureRandom): string {
  return toBase64Url(random(new Uint8Array(bytes)));
}

/** What is kept of a token: its SHA-256 in hex. Tokens are random, so no slow hash is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a token is the one whose hash is kept; takes equally long for right and wrong ones. */
export function isToken(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(token), 'hex'), Buffer.from(hash, 'hex'));
}
