import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core';
import { fromBase64Url, sealedAlong, sealInfo, type Envelope } from '@waymark/model';
import type { StoredProgram } from '../store/store.js';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** What a program's envelopes are opened with. */
export type ProgramKeys = Pick<StoredProgram, 'publicKey' | 'privateKey'>;

/** The bytes under an envelope's seal; null when it was not sealed for this program or was changed since. */
export async function openSeal(envelope: Envelope, keys: ProgramKeys): Promise<Uint8Array | null> {
  const utf8 = new TextEncoder();
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const recipient = {
    recipientKey: await keyPair(keys),
    enc: fromBase64Url(envelope.enc),
    info: utf8.encode(sealInfo),
  };
  const along = utf8.encode(sealedAlong(envelope));
  try {
    return new Uint8Array(await suite.open(recipient, fromBase64Url(envelope.sealed), along));
  } catch (error) {
    // Whether the point, the tag or the routing is wrong is the same to the sender: it does not open.
    if (error instanceof HpkeError) return null;
    throw error;
  }
}

async function keyPair({ publicKey, privateKey }: ProgramKeys) {
  const { subtle } = globalThis.crypto;
  return {
    publicKey: await subtle.importKey('raw', fromBase64Url(publicKey), curve, true, []),
    privateKey: await subtle.importKey('pkcs8', fromBase64Url(privateKey), curve, false, [
      'deriveBits',
    ]),
  };
}
