/** Bytes as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const kem = ['KEM', [0, 0x10]] as const;
const hpke = ['HPKE', [0, 0x10, 0, 1, 0, 1]] as const;
type Part = string | Iterable<number>;

/** Texts (as UTF-8), numbers and bytes as one run of bytes. */
function join(...parts: readonly Part[]): Bytes {
  const encoder = new TextEncoder();
  return Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? encoder.encode(part) : part)]),
  );
}

/** The input of a LabeledExtract. */
function labeled(suite: readonly Part[], label: string, ...input: readonly Part[]): Bytes {
  return join('HPKE-v1', ...suite, label, ...input);
}

async function extract(subtle: SubtleCrypto, input: Bytes): Promise<Bytes> {
  // RFC 5869: no salt is a salt of zeros, and HMAC pads a key with zeros, so this is the same;
  // some browsers refuse to import an empty HMAC key.
  const mac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', new Uint8Array(32), mac, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, input));
}

/** LabeledExtract and LabeledExpand in one: WebCrypto's HKDF always does both. */
async function derive(
  subtle: SubtleCrypto,
  { salt, input }: { salt: Bytes; input: Bytes },
  { info, length }: { info: Bytes; length: number },
): Promise<Bytes> {
  const key = await subtle.importKey('raw', input, 'HKDF', false, ['deriveBits']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: join([0, length], info) };
  return new Uint8Array(await subtle.deriveBits(hkdf, key, length * 8));
}

/**
 * Encap of DHKEM(P-256, HKDF-SHA256), RFC 9180 section 4.1. A fresh ephemeral key pair is made
 * unless one is given, which only the published test vectors need.
 */
export async function encapsulate(
  subtle: SubtleCrypto,
  recipient: Bytes,
  ephemeral?: CryptoKeyPair,
): Promise<{ readonly enc: Bytes; readonly sharedSecret: Bytes }> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const theirs = await subtle.importKey('raw', recipient, curve, false, []).catch((cause) => {
    throw new RangeError('seal requires a point of P-256', { cause });
  });
  const ours = ephemeral ?? (await subtle.generateKey(curve, false, ['deriveBits']));
  const enc = new Uint8Array(await subtle.exportKey('raw', ours.publicKey));
  const agreement = { name: 'ECDH', public: theirs };
  const shared = new Uint8Array(await subtle.deriveBits(agreement, ours.privateKey, 256));
  const from = { salt: join(), input: labeled(kem, 'eae_prk', shared) };
  const to = { info: labeled(kem, 'shared_secret', enc, recipient), length: 32 };
  return { enc, sharedSecret: await derive(subtle, from, to) };
}

/** KeySchedule in base mode with HKDF-SHA256 and AES-128-GCM, RFC 9180 section 5.1. */
export async function keySchedule(
  subtle: SubtleCrypto,
  sharedSecret: Bytes,
  info: Bytes,
): Promise<{ readonly key: Bytes; readonly baseNonce: Bytes }> {
  const context = join(
    [0],
    await extract(subtle, labeled(hpke, 'psk_id_hash')),
    await extract(subtle, labeled(hpke, 'info_hash', info)),
  );
  const from = { salt: sharedSecret, input: labeled(hpke, 'secret') };
  const expand = (label: string, length: number) =>
    derive(subtle, from, { info: labeled(hpke, label, context), length });
  return { key: await expand('key', 16), baseNonce: await expand('base_nonce', 12) };
}

/**
 * One message sealed to a P-256 public key: SealBase of RFC 9180, section 6.1, for
 * DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. Only the holder of the private key can
 * open it; whoever sealed it cannot.
 */
export async function sealBase(
  subtle: SubtleCrypto,
  recipient: Bytes,
  message: { readonly info: Bytes; readonly aad: Bytes; readonly plaintext: Bytes },
  ephemeral?: CryptoKeyPair,
): Promise<{ readonly enc: Bytes; readonly ciphertext: Bytes }> {
  const { enc, sharedSecret } = await encapsulate(subtle, recipient, ephemeral);
  const { key, baseNonce } = await keySchedule(subtle, sharedSecret, message.info);
  const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  // The nonce of the first and only message is the base nonce itself (sequence 0).
  const gcm = { name: 'AES-GCM', iv: baseNonce, additionalData: message.aad };
  const ciphertext = new Uint8Array(await subtle.encrypt(gcm, aes, message.plaintext));
  return { enc, ciphertext };
}
