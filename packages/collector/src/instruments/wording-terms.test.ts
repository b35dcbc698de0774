import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examplePack } from '../../fixtures/example-pack.js';
import { exampleLibrary } from '../../fixtures/example-submission.js';
import { readWordingPack, type PackTerms } from './read-wording-pack.js';
import { acceptedTerms, acceptTerms } from './wording-terms.js';

const by = { role: 'Director', date: '2026-02-01' };

async function pack(files: { [path: string]: unknown } = {}) {
  const folder = await examplePack(files);
  const { terms } = await readWordingPack(folder, (await exampleLibrary()).instruments);
  return { folder, terms: terms! };
}

test('at first nobody has accepted the terms', async () => {
  const { folder, terms } = await pack();
  expect(await acceptedTerms(folder, terms)).toEqual({ now: null, last: null, faults: [] });
});

test('an acceptance says the role, the day and the hash of the terms, and no more', async () => {
  const { folder, terms } = await pack();
  expect(await acceptTerms(folder, terms, by)).toEqual([]);
  const record = JSON.parse(await readFile(join(folder, 'accepted.json'), 'utf8')) as unknown;
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
  expect(record).toEqual({ accepted: [{ ...by, terms: hash }] });
  expect((await acceptedTerms(folder, terms)).now).toMatchObject(by);
});

test('other terms need an acceptance of their own, and the earlier one stays on record', async () => {
  const { folder, terms } = await pack();
  await acceptTerms(folder, terms, by);
  const other: PackTerms = { ...terms, text: `${terms.text}Pay for it.` };
  expect(await acceptedTerms(folder, other)).toMatchObject({ now: null, last: by });
  await acceptTerms(folder, other, { role: 'Chair', date: '2026-03-01' });
  expect(await acceptedTerms(folder, other)).toMatchObject({ now: { role: 'Chair' } });
  expect(await acceptedTerms(folder, terms)).toMatchObject({
    now: { role: 'Director' },
    last: { role: 'Chair' },
  });
});

test('a record that was written by hand and is wrong counts for nothing and is not overwritten', async () => {
  const { folder, terms } = await pack({ 'accepted.json': '{"accepted": "yes"}' });
  const line = { file: join(folder, 'accepted.json'), path: 'accepted', rule: 'must be array' };
  expect(await acceptedTerms(folder, terms)).toMatchObject({ now: null, faults: [line] });
  expect(await acceptTerms(folder, terms, by)).toMatchObject([line]);
  expect(await readFile(join(folder, 'accepted.json'), 'utf8')).toBe('{"accepted": "yes"}');
});
