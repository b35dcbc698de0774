import { check, Id, programKeyText, typeOf, type Checked, type Fault } from '@waymark/model';
import type { Program, Store } from '../store/store.js';
import { keyIdOf, makeKeyPair } from './key-pair.js';
import { isPageOrigin } from './origin.js';
import { makeToken, secureRandom, tokenHash } from './token.js';

/**
 * Adds a program with a new key pair and a new write token, and gives the text of its program key.
 * That text is given this once: the store keeps only the token's hash.
 */
export async function createProgram(
  store: Store,
  program: Program,
  { now = new Date(), random = secureRandom } = {},
): Promise<Checked<{ readonly key: string }>> {
  const faults = programFaults(program);
  if (faults.length > 0) return { ok: false, faults };
  const writeToken = makeToken(16, random);
  const keys = await makeKeyPair();
  const added = await store.addProgram({
    id: program.id,
    name: program.name.trim(),
    origins: [...new Set(program.origins)],
    ...keys,
    keyId: await keyIdOf(keys.publicKey),
    writeTokenHash: tokenHash(writeToken),
    createdAt: now.toISOString(),
  });
  if (added)
    return { ok: true, value: { key: programKeyText({ writeToken, publicKey: keys.publicKey }) } };
  const rule = `must be new: there is a program "${program.id}" already`;
  return { ok: false, faults: [{ path: 'id', found: 'string', rule }] };
}

function programFaults({ id, name, origins }: Program): Fault[] {
  const checked = check(Id, id);
  return [
    ...(checked.ok ? [] : checked.faults.map((fault) => ({ ...fault, path: 'id' }))),
    ...(name.trim().length >= 2
      ? []
      : [{ path: 'name', found: typeOf(name), rule: 'must have at least 2 characters' }]),
    ...origins.flatMap((origin, i) => {
      const rule =
        'must be an origin such as https://example.org, without a path (http only for localhost)';
      return isPageOrigin(origin) ? [] : [{ path: `origins[${i}]`, found: typeOf(origin), rule }];
    }),
  ];
}
