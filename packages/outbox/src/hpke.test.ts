import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64Url, toBase64Url } from '@waymark/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleKeys } from './example-kept.js';
import { encapsulate, keySchedule, sealBase, type Bytes } from './hpke.js';
import vector from './rfc-9180-a3-1.json' with { type: 'json' };

const { subtle } = globalThis.crypto;
const curve = { name: 'ECDH', namedCurve: 'P-256' };
const fromHex = (hex: string): Bytes => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const theirs = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

async function keyPair(publicHex: string, privateHex: string): Promise<CryptoKeyPair> {
  const point = fromHex(publicHex);
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: toBase64Url(point.slice(1, 33)),
    y: toBase64Url(point.slice(33)),
    d: toBase64Url(fromHex(privateHex)),
  };
  return {
    publicKey: await subtle.importKey('raw', point, curve, true, []),
    privateKey: await subtle.importKey('jwk', jwk, curve, true, ['deriveBits']),
  };
}

const recipient = fromHex(vector.pkRm);
const message = {
  info: fromHex(vector.info),
  aad: fromHex(vector.aad),
  plaintext: fromHex(vector.pt),
};

test('the published ephemeral key gives the published encapsulation and shared secret', async () => {
  const ephemeral = await keyPair(vector.pkEm, vector.skEm);
  const { enc, sharedSecret } = await encapsulate(subtle, recipient, ephemeral);
  expect(toHex(enc)).toBe(vector.enc);
  expect(toHex(sharedSecret)).toBe(vector.shared_secret);
});

test('the published shared secret gives the published key and base nonce', async () => {
  const { key, baseNonce } = await keySchedule(subtle, fromHex(vector.shared_secret), message.info);
  expect(toHex(key)).toBe(vector.key);
  expect(toHex(baseNonce)).toBe(vector.base_nonce);
});

test('the published message gives the published ciphertext', async () => {
  const ephemeral = await keyPair(vector.pkEm, vector.skEm);
  const { enc, ciphertext } = await sealBase(subtle, recipient, message, ephemeral);
  expect(toHex(enc)).toBe(vector.enc);
  expect(toHex(ciphertext)).toBe(vector.ct);
});

test('another implementation opens the published ciphertext, so its digits are right', async () => {
  const { privateKey } = await keyPair(vector.pkRm, vector.skRm);
  const opener = { recipientKey: privateKey, enc: fromHex(vector.enc), info: message.info };
  const opened = await theirs.open(opener, fromHex(vector.ct), message.aad);
  expect(toHex(new Uint8Array(opened))).toBe(vector.pt);
});

test('another implementation opens whatever is sealed here, of any size', async () => {
  const { publicKey, pair } = await exampleKeys();
  const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((b) => Uint8Array.from(b));
  const sizes = fc.oneof(bytes(64), bytes(5000));
  await fc.assert(
    fc.asyncProperty(bytes(80), bytes(300), sizes, async (info, aad, plaintext) => {
      const sealed = await sealBase(subtle, fromBase64Url(publicKey), { info, aad, plaintext });
      const opener = { recipientKey: pair.privateKey, enc: sealed.enc, info };
      const opened = await theirs.open(opener, sealed.ciphertext, aad);
      expect(new Uint8Array(opened)).toEqual(plaintext);
      expect(sealed.ciphertext.length).toBe(plaintext.length + 16);
    }),
  );
});

test.each([
  { what: 'info', changed: { info: fromHex('00') } },
  { what: 'aad', changed: { aad: fromHex('00') } },
])('a seal does not open with another $what', async ({ changed }) => {
  const { publicKey, pair } = await exampleKeys();
  const sealed = await sealBase(subtle, fromBase64Url(publicKey), message);
  const { info, aad } = { ...message, ...changed };
  const opener = { recipientKey: pair.privateKey, enc: sealed.enc, info };
  await expect(theirs.open(opener, sealed.ciphertext, aad)).rejects.toThrow();
});

test('sealing to bytes that are no point of the curve is refused', async () => {
  const beside = Uint8Array.from(recipient);
  beside[64]! ^= 1;
  await expect(sealBase(subtle, beside, message)).rejects.toThrow(RangeError);
});

test('bytes come back from base64url unchanged', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(toHex(fromBase64Url(text))).toBe(toHex(bytes));
    }),
  );
});
