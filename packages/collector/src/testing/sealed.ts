import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
  canonicalJson,
  fromBase64Url,
  sealedAlong,
  sealInfo,
  sealSuite,
  toBase64Url,
  type Envelope,
} from '@waymark/model';
import { keyIdOf } from '../programs/key-pair.js';

/** Seals any content as a page would, with the library's own sender; tests of the way in use it. */
export async function sealed(
  content: unknown,
  publicKey: string,
  { id, program }: Pick<Envelope, 'id' | 'program'>,
): Promise<Envelope> {
  const kem = new DhkemP256HkdfSha256();
  const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });
  const routed = { suite: sealSuite, id, program, keyId: await keyIdOf(publicKey) } as const;
  const utf8 = new TextEncoder();
  const sender = await suite.createSenderContext({
    recipientPublicKey: await kem.deserializePublicKey(fromBase64Url(publicKey).buffer),
    info: utf8.encode(sealInfo),
  });
  const text = typeof content === 'string' ? content : canonicalJson(content);
  const bytes = await sender.seal(utf8.encode(text), utf8.encode(sealedAlong(routed)));
  return {
    ...routed,
    enc: toBase64Url(new Uint8Array(sender.enc)),
    sealed: toBase64Url(new Uint8Array(bytes)),
  };
}
