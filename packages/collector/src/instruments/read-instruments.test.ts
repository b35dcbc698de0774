import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson, type Instrument, type Wording } from '@waymark/model';
import { describe, expect, onTestFinished, test } from 'vitest';
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
  const { contentHash, minutes, ...page } = shipped[0]!;
  expect(minutes).toBeGreaterThan(0);
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
  [wording, (json: Wording) => void (json.language = 'es'), 'language: "es", must be "en"'],
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

describe('an instrument that can raise a flag', () => {
  const flag = { id: 'low', when: { item: 't1', is: '=', value: 1 }, source: 'own' };
  const flagged = () =>
    changed(definition, (json) => ({
      ...json,
      flags: [{ ...flag, source: json.sources[0]!.id }],
      unattended: 'example-kept-back',
    }));

  test('brings the words of the support panel and its rule, outside the content hash', async () => {
    const [{ shipped }, plain] = await Promise.all([
      readInstruments(await flagged()),
      readInstruments(examples),
    ]);
    const { support, unattended, contentHash } = shipped[0]!;
    expect(support).toMatchObject({
      heading: 'Example of a panel',
      flags: [{ id: 'low', when: flag.when }],
    });
    expect(unattended).toBe('example-kept-back');
    expect(contentHash).toBe(plain.shipped[0]!.contentHash);
    expect(plain.shipped[0]).not.toHaveProperty('support');
  });

  test('brings the panel of the wider language to a wording without one of its own', async () => {
    const folder = await flagged();
    const panel = join(folder, 'support');
    const words = JSON.parse(await readFile(join(panel, 'en.json'), 'utf8')) as object;
    await writeFile(join(panel, 'es.json'), JSON.stringify({ ...words, heading: 'Ayuda' }));
    const wordings = join(folder, 'example-together/wording');
    const text = JSON.parse(await readFile(join(wordings, 'en.json'), 'utf8')) as object;
    for (const language of ['es-MX', 'fr'])
      await writeFile(join(wordings, `${language}.json`), JSON.stringify({ ...text, language }));
    const { shipped } = await readInstruments(folder);
    const headings = shipped.map(({ language, support }) => [language, support?.heading]);
    expect(headings).toEqual([
      ['en', 'Example of a panel'],
      ['es-MX', 'Ayuda'],
      ['fr', 'Example of a panel'],
    ]);
  });

  test("takes a program's own words in place of those", async () => {
    const contacts = [{ name: 'Sam', how: 'Desk' }];
    const support = { language: 'en', heading: 'Ours', text: 'Ask us.', contacts };
    const { shipped } = await readInstruments(await flagged(), { support });
    expect(shipped[0]!.support).toMatchObject(support);
  });

  test('is refused where there are no such words, or nobody to turn to', async () => {
    const folder = await flagged();
    const file = join(folder, 'support/en.json');
    await writeFile(file, JSON.stringify({ language: 'en', heading: 'Ours', text: 'Alone.', contacts: [] }));
    await expect(readInstruments(folder)).rejects.toThrow(`${file}: contacts: list, `);
    await rm(file);
    await expect(readInstruments(folder)).rejects.toThrow(
      `${file}: (whole): nothing, must say what the support panel shows`,
    );
  });
});

test('the PHQ-9 comes with a support panel, a peer or a warmline first and 988 after, and names the PHQ-8', async () => {
  const { shipped } = await readInstruments(new URL('../../../../instruments/', import.meta.url));
  const { support, unattended } = shipped.find(({ id }) => id === 'phq-9')!;
  expect(support!.flags.map(({ id }) => id)).toEqual(['self-harm']);
  expect(support!.contacts.map(({ href }) => href).slice(0, 3)).toEqual([
    undefined,
    'https://warmline.org',
    'tel:988',
  ]);
  expect(unattended).toBe('phq-8');
});
