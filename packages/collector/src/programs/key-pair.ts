import { fromBase64Url, toBase64Url } from '@waymark/model';

/** A program's keys as text: the public point (65 bytes) and PKCS #8, both in base64url. */
export type KeyPairText = { readonly publicKey: string; readonly privateKey: string };

/** Makes a P-256 key pair for sealing and opening submissions. */
export async function makeKeyPair(): Promise<KeyPairText> {
  const { subtle } = globalThis.crypto;
  const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const publicKey = await subtle.exportKey('raw', pair.publicKey);
  const privateKey = await subtle.exportKey('pkcs8', pair.privateKey);
  return {
    publicKey: toBase64Url(new Uint8Array(publicKey)),
    privateKey: toBase64Url(new Uint8Array(privateKey)),
  };
}

/** A public key's short name: the first 16 base64url characters of the SHA-256 of its bytes. */
export async function keyIdOf(publicKey: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', fromBase64Url(publicKey));
  return toBase64Url(new Uint8Array(digest)).slice(0, 16);
}
