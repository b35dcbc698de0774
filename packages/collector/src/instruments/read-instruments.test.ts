import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson, type Instrument, type Wording } from '@waymark/model';
import { expect, onTestFinished, test } from 'vitest';
import { readInstruments } from './read-instruments.js';

const examples = new URL('../../fixtures/instruments/', import.meta.url);

/** A copy of the example instruments in which one file is changed. */
async function changed(file: string, change: (json: Instrument & Wording) => unknown) {
  const folder = await mkdtemp(join(tmpdir(), 'instruments-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(fileURLToPath(examples), folder, { recursive: true });
  const path = join(folder, file);
  const json = JSON.parse(await readFile(path, 'utf8')) as Instrument & Wording;
  const text = change(json) ?? json;
  await writeFile(path, typeof text === 'string' ? text : JSON.stringify(text));
  return folder;
}

const definition = 'example-together/instrument.json';
const wording = 'example-together/wording/en.json';

test('reads every folder that has a definition and passes over the rest', async () => {
  const { instruments } = await readInstruments(examples);
  expect(instruments.map((instrument) => instrument.id)).toEqual([
    'example-kept-back',
    'example-together',
  ]);
});

test('ships only the wording whose rights allow it', async () => {
  const { shipped } = await readInstruments(examples);
  expect(shipped.map(({ id, language }) => `${id} ${language}`)).toEqual(['example-together en']);
});

test('gives the SHA-256 of the page instrument as its content hash', async () => {
  const { shipped } = await readInstruments(fileURLToPath(examples));
  const { contentHash, ...page } = shipped[0]!;
  expect(contentHash).toBe(createHash('sha256').update(canonicalJson(page)).digest('hex'));
});

test('gives another content hash once a text changes', async () => {
  const folder = await changed(wording, (json) => void (json.items['t1']!.text += ' Indeed.'));
  const [before, after] = [await readInstruments(examples), await readInstruments(folder)];
  expect(after.shipped[0]!.contentHash).not.toBe(before.shipped[0]!.contentHash);
});

test.each([
  [definition, () => '{', '(whole): text, must be JSON'],
  [definition, (json: Instrument) => void (json.items[0]!.id = 'Item One'), 'items[0].id: string'],
  [definition, (json: Instrument) => void (json.scales[0]!.range = [0, 9]), 'must be 1 to 4'],
  [
    definition,
    (json: Instrument) => void (json.id = 'another'),
    'id: string, must be "example-together"',
  ],
  [wording, (json: Wording) => void delete json.items['t2'], 'items.t2: nothing, must have a text'],
  [wording, (json: Wording) => void (json.version = '2.0.0'), 'version: string, must be "1.0.0"'],
  [wording, (json: Wording) => void (json.language = 'es'), 'language: string, must be "en"'],
])('refuses %s when it is wrong, with file, path and rule', async (file, change, fault) => {
  const folder = await changed(file, change as (json: Instrument & Wording) => unknown);
  const reading = readInstruments(folder);
  await expect(reading).rejects.toThrow(`${join(folder, file)}: `);
  await expect(reading).rejects.toThrow(fault);
});

test('lists the faults of every file at once', async () => {
  const folder = await changed(definition, () => '{');
  await writeFile(join(folder, 'example-kept-back/instrument.json'), '[]');
  const message = await readInstruments(folder).catch((error: Error) => error.message);
  expect(String(message).split('\n')).toHaveLength(2);
});

test('says so when there is no such folder', async () => {
  await expect(readInstruments('/nowhere/instruments')).rejects.toThrow(
    '/nowhere/instruments: (whole): nothing, must be a folder of instruments',
  );
});

test('an instrument that raises a flag is known and scored, and not shipped to pages without a support panel', async () => {
  const { instruments, shipped } = await readInstruments(
    new URL('../../../../instruments/', import.meta.url),
  );
  const flagged = instruments.filter(({ flags }) => flags).map(({ id }) => id);
  expect(flagged).toContain('phq-9');
  expect(shipped.filter(({ id }) => flagged.includes(id))).toEqual([]);
});
