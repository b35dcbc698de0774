import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64Url } from './base64url.js';
import { parseProgramKey, programKeyText } from './program-key.js';

const key = fc.record({
  writeToken: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64Url),
  publicKey: fc.uint8Array({ minLength: 65, maxLength: 65 }).map(toBase64Url),
});

test('a key comes back from its one line as it was', () => {
  fc.assert(
    fc.property(key, (given) => {
      expect(parseProgramKey(programKeyText(given))).toEqual(given);
    }),
  );
});

const line = `wm1.${'a'.repeat(22)}.${'b'.repeat(87)}`;

test.each([
  '',
  'wm1..',
  `wm2.${'a'.repeat(22)}.${'b'.repeat(87)}`,
  ` ${line}`,
  `${line}=`,
  line.slice(0, -1),
  line.replace('.b', 'b'),
  line.replace('aa', 'ä'),
])('%j is not a program key', (text) => {
  expect(parseProgramKey(text)).toBeNull();
});
