import { toBase64Url, type Envelope, type Submission } from '@waymark/model';
import type { Kept } from './entry.js';
import { seal } from './seal.js';

/** 16 random bytes in base64url, a submission's name; for this package's tests. */
export function exampleId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}

/** An invented check-in, with an answer and a code that are easy to look for; for tests. */
export function exampleSubmission(id = exampleId()): Submission {
  return {
    id,
    program: 'example-program',
    participant: 'EXAMPLE-0042',
    timepoint: 'baseline',
    instrument: 'example-instrument',
    version: '1.0.0',
    language: 'en',
    contentHash: 'ab'.repeat(32),
    answers: { first: 424242, second: 'prefer-not-to-say' },
    scores: { total: { value: 424242, answered: 1, of: 2 } },
    completedAt: '2026-01-02T03:04:05.000Z',
  };
}

/** A new key pair's public point in base64url, and the pair to open with; for tests. */
export async function exampleKeys(): Promise<{ publicKey: string; pair: CryptoKeyPair }> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { publicKey: toBase64Url(new Uint8Array(point)), pair };
}

/** A sealed check-in on its way to a collector, ready to be kept; for tests. */
export async function exampleKept(collector = 'https://collect.example.org'): Promise<Kept> {
  const { publicKey } = await exampleKeys();
  const envelope: Envelope = await seal(exampleSubmission(), publicKey);
  return { envelope, collector, writeToken: 'example-write-token' };
}
