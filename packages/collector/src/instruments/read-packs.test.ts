import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptPack, examplePack } from '../../fixtures/example-pack.js';
import { exampleLibrary } from '../../fixtures/example-submission.js';
import { readPacks } from './read-packs.js';

const read = async (...folders: string[]) => readPacks(folders, await exampleLibrary());

async function acceptedPack(files: { [path: string]: unknown } = {}): Promise<string> {
  const folder = await examplePack(files);
  await acceptPack(folder);
  return folder;
}

test('an accepted pack brings its wordings', async () => {
  const { wordings, faults } = await read(await acceptedPack());
  expect(faults).toEqual([]);
  expect(wordings.map(({ wording }) => wording.language)).toEqual(['en', 'es']);
});

test('a pack whose terms nobody has accepted says how to accept them', async () => {
  const folder = await examplePack();
  expect((await read(folder)).faults).toEqual([
    `${folder}: its terms have not been accepted yet. Read and accept them: waymark wording accept "${folder}" --role "YOUR ROLE"`,
  ]);
});

test('changed terms have to be accepted anew', async () => {
  const folder = await acceptedPack();
  await writeFile(join(folder, 'TERMS.md'), 'From now on it costs something.');
  expect((await read(folder)).faults).toEqual([
    expect.stringContaining('its terms are not those that were accepted on 2026-02-01. Read and'),
  ]);
  await acceptPack(folder, '2026-03-01');
  expect((await read(folder)).faults).toEqual([]);
});

test('a wording that comes with Waymark or with another pack cannot be put in its place', async () => {
  const { shipped, ...library } = await exampleLibrary();
  const [first, second] = [await acceptedPack(), await acceptedPack({ 'example-kept-back/wording/es.json': null })];
  const rule = '(whole): wording, must not repeat a wording that is there without this pack: take this file out';
  expect((await read(first, second)).faults).toEqual([
    `${second}/example-kept-back/wording/en.json: ${rule}`,
  ]);
  const free = [...shipped, { id: 'example-kept-back', language: 'en' }];
  expect((await readPacks([second], { ...library, shipped: free })).faults).toEqual([
    `${second}/example-kept-back/wording/en.json: ${rule}`,
  ]);
});

test('all that is wrong in all packs is told at once', async () => {
  const folder = await examplePack({ 'example-kept-back/wording/en.json': '{', 'accepted.json': '[]' });
  const { faults } = await read('/nowhere/pack', folder);
  expect(faults.map((line) => line.replace(folder, 'pack'))).toEqual([
    '/nowhere/pack: (whole): nothing, must be the folder of a wording pack, with pack.json in it',
    'pack/example-kept-back/wording/en.json: (whole): text, must be JSON: the slip is at line 1, column 2',
    'pack/accepted.json: (whole): list, must be object',
  ]);
});
