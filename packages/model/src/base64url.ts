// Browsers, Node and the like all have these two, and they touch nothing outside: the reason why
// they may be named here, where neither the DOM nor Node is known.
declare function btoa(bytes: string): string;
declare function atob(text: string): string;

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_');
}

/** The bytes of base64url text; throws a RangeError for characters and lengths no bytes have. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 === 1 || !/^[\w-]*$/.test(text))
    throw new RangeError('fromBase64Url requires base64url text');
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}
