import { createHash } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
  canonicalJson,
  check,
  Envelope,
  fromBase64Url,
  sealedAlong,
  sealInfo,
  Submission,
  toBase64Url,
} from '@waymark/model';
import { expect, test } from 'vitest';
import { exampleKeys, exampleSubmission } from './example-kept.js';
import { OutboxError } from './outbox-error.js';
import { isPublicKey, keyId, seal } from './seal.js';

const utf8 = new TextEncoder();

async function open(envelope: Envelope, recipientKey: CryptoKey): Promise<string> {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const enc = fromBase64Url(envelope.enc);
  const opener = { recipientKey, enc, info: utf8.encode(sealInfo) };
  const aad = utf8.encode(sealedAlong(envelope));
  return new TextDecoder().decode(await suite.open(opener, fromBase64Url(envelope.sealed), aad));
}

test("the program's private key opens the submission to the letter", async () => {
  const { publicKey, pair } = await exampleKeys();
  const submission = exampleSubmission();
  const text = await open(await seal(submission, publicKey), pair.privateKey);
  expect(text).toBe(canonicalJson(submission));
  expect(check(Submission, JSON.parse(text)).ok).toBe(true);
});

test('an envelope has the agreed shape and shows only where it belongs', async () => {
  const { publicKey } = await exampleKeys();
  const submission = exampleSubmission();
  const envelope = await seal(submission, publicKey);
  expect(check(Envelope, envelope).ok).toBe(true);
  expect(envelope).toMatchObject({ id: submission.id, program: submission.program });
  expect(JSON.stringify(envelope)).not.toMatch(/EXAMPLE-0042|424242|prefer-not/);
});

test.each(['id', 'program', 'keyId'] as const)(
  'an envelope whose %s was changed does not open',
  async (field) => {
    const { publicKey, pair } = await exampleKeys();
    const envelope = await seal(exampleSubmission(), publicKey);
    await expect(open({ ...envelope, [field]: 'changed' }, pair.privateKey)).rejects.toThrow();
  },
);

test('the same submission sealed twice gives two different seals', async () => {
  const { publicKey } = await exampleKeys();
  const submission = exampleSubmission();
  const [one, two] = [await seal(submission, publicKey), await seal(submission, publicKey)];
  expect(one.sealed).not.toBe(two.sealed);
  expect(one.enc).not.toBe(two.enc);
});

test('a key id is the start of the SHA-256 of the public point', async () => {
  const { publicKey } = await exampleKeys();
  const digest = createHash('sha256').update(fromBase64Url(publicKey)).digest('base64url');
  expect(await keyId(publicKey)).toBe(digest.slice(0, 16));
});

test('a page without a secure context is told so in a sentence', async () => {
  const { publicKey } = await exampleKeys();
  const fault: unknown = await seal(exampleSubmission(), publicKey, {}).catch((e: unknown) => e);
  expect(fault).toBeInstanceOf(OutboxError);
  expect(fault).toMatchObject({ name: 'OutboxError', fault: 'insecure page' });
  expect((fault as Error).message).toBe('Nothing was kept: insecure page.');
});

test.each([
  ['too short', 'BAAA'],
  ['compressed', toBase64Url(new Uint8Array(65).fill(2))],
  ['no point of the curve', toBase64Url(new Uint8Array(65).fill(4))],
  ['not base64url', '*'.repeat(87)],
])('a public key that is %s is refused', async (_, publicKey) => {
  await expect(seal(exampleSubmission(), publicKey)).rejects.toThrow(RangeError);
});

test('answers can be sealed to a point of the curve, and to nothing else', async () => {
  const { publicKey } = await exampleKeys();
  expect(await isPublicKey(publicKey)).toBe(true);
  expect(await isPublicKey('p'.repeat(87))).toBe(false);
  expect(await isPublicKey(publicKey.slice(4))).toBe(false);
  expect(await isPublicKey('not base64url')).toBe(false);
  expect(await isPublicKey(publicKey, {})).toBe(false);
});
