import { canonicalJson, fromBase64Url, sealedAlong, sealInfo } from '@waymark/model';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { expect, test } from 'vitest';
import { exampleKeys, exampleSubmission } from './example-kept.js';
import { seal } from './seal.js';

test('what this browser seals, the program opens', async () => {
  const { publicKey, pair } = await exampleKeys();
  const submission = exampleSubmission();
  const envelope = await seal(submission, publicKey);
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const utf8 = new TextEncoder();
  const enc = fromBase64Url(envelope.enc);
  const opener = { recipientKey: pair.privateKey, enc, info: utf8.encode(sealInfo) };
  const aad = utf8.encode(sealedAlong(envelope));
  const opened = await suite.open(opener, fromBase64Url(envelope.sealed), aad);
  expect(new TextDecoder().decode(opened)).toBe(canonicalJson(submission));
});
