import {
  canonicalJson,
  fromBase64Url,
  sealedAlong,
  sealInfo,
  sealSuite,
  toBase64Url,
  type Envelope,
  type Submission,
} from '@waymark/model';
import { encapsulate, sealBase, type Bytes } from './hpke.js';
import { OutboxError } from './outbox-error.js';

/** `crypto`, as far as sealing needs it; a page without a secure context has no `subtle`. */
export type SealCrypto = { readonly subtle?: SubtleCrypto };

function publicPoint(publicKey: string): Bytes {
  const point = fromBase64Url(publicKey);
  // A compressed point would be another one to HPKE, which names it by its 65 bytes.
  if (point.length !== 65) throw new RangeError('seal requires a point of P-256');
  return point;
}

function subtleOf({ subtle }: SealCrypto): SubtleCrypto {
  if (!subtle) throw new OutboxError('insecure page');
  return subtle;
}

/**
 * The short name of a public key: the first 16 base64url characters of the SHA-256 of its 65
 * bytes. A collector that has had several keys finds the right one by it.
 */
export async function keyId(
  publicKey: string,
  crypto: SealCrypto = globalThis.crypto,
): Promise<string> {
  const digest = await subtleOf(crypto).digest('SHA-256', publicPoint(publicKey));
  return toBase64Url(new Uint8Array(digest)).slice(0, 16);
}

/** Whether answers can be sealed to this text: it must be a point of P-256, as `seal` needs it. */
export async function isPublicKey(
  publicKey: string,
  crypto: SealCrypto = globalThis.crypto,
): Promise<boolean> {
  try {
    await encapsulate(subtleOf(crypto), publicPoint(publicKey));
    return true;
  } catch {
    // Of another length, of another curve, or a page that can seal nothing at all.
    return false;
  }
}

/**
 * A finished submission as an envelope only the program's private key opens (HPKE, RFC 9180).
 * It is sealed before it touches storage, so what lies on a shared device can be read by nobody
 * there. Throws an OutboxError where the page has no secure context, and a RangeError where the
 * public key is not a point of P-256 (65 bytes, uncompressed, in base64url).
 */
export async function seal(
  submission: Submission,
  publicKey: string,
  crypto: SealCrypto = globalThis.crypto,
): Promise<Envelope> {
  const subtle = subtleOf(crypto);
  const { id, program } = submission;
  const routed = { suite: sealSuite, id, program, keyId: await keyId(publicKey, crypto) } as const;
  const utf8 = new TextEncoder();
  const message = {
    info: utf8.encode(sealInfo),
    aad: utf8.encode(sealedAlong(routed)),
    plaintext: utf8.encode(canonicalJson(submission)),
  };
  const { enc, ciphertext } = await sealBase(subtle, publicPoint(publicKey), message);
  return { ...routed, enc: toBase64Url(enc), sealed: toBase64Url(ciphertext) };
}
