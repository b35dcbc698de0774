import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.js';

const bytes = fc.uint8Array({ maxLength: 200 });

// RFC 4648, section 10, without padding.
test.each([
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg'],
  ['fooba', 'Zm9vYmE'],
  ['foobar', 'Zm9vYmFy'],
])('"%s" is "%s"', (text, encoded) => {
  expect(toBase64Url(new TextEncoder().encode(text))).toBe(encoded);
  expect(new TextDecoder().decode(fromBase64Url(encoded))).toBe(text);
});

test('uses the hyphen and the underscore of the URL alphabet', () => {
  expect(toBase64Url(Uint8Array.of(251, 255, 254))).toBe('-__-');
});

test('any bytes come back as they were', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(fromBase64Url(toBase64Url(given))).toEqual(given);
    }),
  );
});

test('gives what Node gives', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(toBase64Url(given)).toBe(Buffer.from(given).toString('base64url'));
    }),
  );
});

test.each(['Zg==', 'Zm9v\n', 'Z+8', 'Z/8', 'Zä8', 'A', 'Zm9vY'])('refuses %j', (text) => {
  expect(() => fromBase64Url(text)).toThrow(
    new RangeError('fromBase64Url requires base64url text'),
  );
});

test('leaves the bytes it was given untouched', () => {
  const given = Uint8Array.of(1, 2, 3, 4);
  toBase64Url(given);
  expect([...given]).toEqual([1, 2, 3, 4]);
});
