import { parseProgramKey } from '@waymark/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBench, type Bench } from '../../fixtures/bench.js';
import { createProgram } from './create-program.js';
import { keyIdOf, makeKeyPair } from './key-pair.js';
import { isPageOrigin } from './origin.js';
import { isToken, makeToken, tokenHash } from './token.js';

let own: Bench;
beforeAll(async () => void (own = await openBench()));
afterAll(() => own.close());

const good = { id: 'third-program', name: 'Third Program', origins: ['https://third.example'] };

test('a new program gets a key once, and the store knows the token only by its hash', async () => {
  const now = new Date('2026-03-01T00:00:00Z');
  const created = await createProgram(own.store, good, { now });
  if (!created.ok) throw new Error('a good program must be added');
  const { writeToken, publicKey } = parseProgramKey(created.value.key)!;
  const stored = (await own.store.program('third-program'))!;
  expect(stored).toMatchObject({ ...good, publicKey, createdAt: now.toISOString() });
  expect(isToken(writeToken, stored.writeTokenHash)).toBe(true);
  expect(JSON.stringify(stored)).not.toContain(writeToken);
});

test('an id that is taken is refused', async () => {
  const again = await createProgram(own.store, { ...good, id: 'first-program' });
  expect(again).toEqual({
    ok: false,
    faults: [
      {
        path: 'id',
        found: 'string',
        rule: 'must be new: there is a program "first-program" already',
      },
    ],
  });
});

test.each([
  [{ id: 'My Program' }, 'id'],
  [{ id: '' }, 'id'],
  [{ name: ' ' }, 'name'],
  [{ origins: ['https://good.example', 'example.org'] }, 'origins[1]'],
])('a program with %j is refused by its path', async (fields, path) => {
  const created = await createProgram(own.store, { ...good, id: 'fourth-program', ...fields });
  expect(created.ok ? [] : created.faults.map((fault) => fault.path)).toEqual([path]);
  expect(await own.store.program('fourth-program')).toBeUndefined();
});

test('the write token comes from the randomness that is handed in', async () => {
  const random = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(7);
  const created = await createProgram(own.store, { ...good, id: 'fifth-program' }, { random });
  if (!created.ok) throw new Error('a good program must be added');
  expect(created.value.key.split('.')[1]).toBe('BwcHBwcHBwcHBwcHBwcHBw');
});

test.each([
  ['https://example.org', true],
  ['https://example.org:8443', true],
  ['http://localhost:3000', true],
  ['http://check.localhost', true],
  ['http://127.0.0.1:8787', true],
  ['http://[::1]:8787', true],
  ['http://example.org', false],
  ['http://127.0.0.1.example.org', false],
  ['https://example.org/', false],
  ['https://example.org/page', false],
  ['https://Example.org', false],
  ['https://*.example.org', false],
  ['example.org', false],
  ['file://', false],
  ['null', false],
  ['*', false],
  ['', false],
])('"%s" as an origin of a page: %s', (text, allowed) => {
  expect(isPageOrigin(text)).toBe(allowed);
});

test('a key is named by the first 16 characters of the SHA-256 of its bytes', async () => {
  // printf '\004' | openssl dgst -sha256 -binary | base64, in base64url.
  expect(await keyIdOf('BA')).toBe('5S2cUIxQI0c0TYwH');
  const { publicKey } = await makeKeyPair();
  expect(await keyIdOf(publicKey)).toMatch(/^[\w-]{16}$/);
});

test('tokens are as long as asked and never twice the same', () => {
  const tokens = Array.from({ length: 100 }, () => makeToken(16));
  expect(new Set(tokens).size).toBe(100);
  expect(tokens[0]).toMatch(/^[\w-]{21}[AQgw]$/);
});

test.each([
  ['token', true],
  ['Token', false],
  ['toke', false],
  ['token ', false],
  ['', false],
])('"%s" is the token: %s', (text, right) => {
  expect(isToken(text, tokenHash('token'))).toBe(right);
});
