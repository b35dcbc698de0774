import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseInstrument, type Instrument, type Wording } from '@waymark/model';
import { expect, onTestFinished, test } from 'vitest';
import {
  acceptTerms,
  createCollector,
  createProgram,
  openSqlite,
  readInstruments,
  readPackTerms,
  sqliteStore,
} from '@waymark/collector';
import { instruments } from '../rollup.config.mjs';

const library = join(import.meta.dirname, '../instruments');
const packs = join(library, 'packs');
const free = 'cdc-hrqol-4';

const packed = readdirSync(packs, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[\\/]wording[\\/][\w-]+\.json$/.test(path))
  .map((path) => JSON.parse(readFileSync(join(packs, path), 'utf8')) as Wording);

/** Of each item its longest part without quotation marks, which are written in more than one way. */
const texts = ({ items }: Wording) =>
  Object.values(items).map(
    ({ text }) => text.split(/["'\u2018-\u201d]/).sort((a, b) => b.length - a.length)[0]!,
  );

/** A library of one free instrument and one that is not, whose wording stands where it may not. */
function smuggled(id: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'smuggled-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of [free, id])
    cpSync(join(library, name), join(folder, name), { recursive: true });
  cpSync(join(packs, 'non-commercial', id, 'wording'), join(folder, id, 'wording'), {
    recursive: true,
  });
  return folder;
}

function definition(id: string): Instrument {
  const text = readFileSync(join(library, id, 'instrument.json'), 'utf8');
  const checked = parseInstrument(JSON.parse(text));
  if (!checked.ok) throw new Error(`${id} is not a definition`);
  return checked.value;
}

test('there are packed wordings, and none is of an instrument that may ship', () => {
  expect(packed.length).toBeGreaterThan(0);
  for (const { instrument } of packed)
    expect(definition(instrument).rights.class).toBe('non-commercial');
});

test.each(packed.map((wording) => [wording.instrument, wording] as const))(
  'the wording of %s does not get out of a library, even where it stands in its folder',
  async (id, wording) => {
    const { instruments: known, shipped } = await readInstruments(smuggled(id));
    expect(known.map((instrument) => instrument.id).sort()).toEqual([free, id].sort());
    expect(shipped.map((page) => page.id)).toEqual([free]);
    const out = JSON.stringify(shipped);
    for (const text of texts(wording)) expect(out).not.toContain(text);
  },
);

test.each(packed.map((wording) => [wording.instrument, wording] as const))(
  'the wording of %s does not get into a bundle that asks for it by name',
  async (id, wording) => {
    const plugin = instruments({ only: [free, id], library: smuggled(id) });
    const module = String(await plugin.load('\0waymark:instruments'));
    expect(module).toContain(free);
    expect(module).not.toContain(`"${id}"`);
    for (const text of texts(wording)) expect(module).not.toContain(text);
  },
);

test.each(packed.map((wording) => [wording.instrument, wording] as const))(
  'the wording of %s would be seen if its rights let it out',
  async (id, wording) => {
    const library = smuggled(id);
    const free = {
      ...definition(id),
      rights: { ...definition(id).rights, class: 'public-domain' },
    };
    writeFileSync(join(library, id, 'instrument.json'), JSON.stringify(free));
    const module = String(await instruments({ only: [id], library }).load('\0waymark:instruments'));
    for (const text of texts(wording)) expect(module).toContain(text);
  },
);

test.each(['waymark.js', 'waymark.iife.js'])('%s holds no text of a pack', (name) => {
  const built = readFileSync(join(import.meta.dirname, '../packages/embed/dist', name), 'utf8');
  expect(built).toContain(definition(free).id);
  for (const text of packed.flatMap(texts)) expect(built).not.toContain(text);
});

const freely = readdirSync(library, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[\w-]+[\\/]wording[\\/][\w-]+\.json$/.test(path))
  .map((path) => readFileSync(join(library, path), 'utf8'))
  .join('\n');

// The first three questions of the AUDIT are those of the AUDIT-C, which is in the public domain.
const nowhereFree = (text: string) => !freely.includes(text);

/** All that a collector of these instruments says to a page that asks for each packed wording. */
async function handedOut(options: { packs?: readonly string[] }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'collecting-'));
  const store = sqliteStore(openSqlite(join(folder, 'waymark.db')));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  await createProgram(store, { id: 'riverside', name: 'Riverside', origins: [] });
  const collect = createCollector({ store, library: await readInstruments(library, options) });
  const paths = packed.flatMap(({ instrument, language }) => [
    `/v1/instruments/${instrument}.${language}.json`,
    `/p/riverside?lang=${language}`,
  ]);
  const said = paths.map(async (path) => {
    const response = await collect(new Request(`https://collect.example${path}`));
    return response.text();
  });
  return (await Promise.all(said)).join('\n');
}

test('most texts of the packs are nowhere else in the library', () => {
  const all = packed.flatMap(texts);
  expect(all.filter(nowhereFree).length).toBeGreaterThan(all.length / 2);
});

test('without a pack no text of one is in the library or leaves a collector', async () => {
  const { shipped, packed: brought } = await readInstruments(library);
  expect(brought).toEqual([]);
  const out = JSON.stringify(shipped) + (await handedOut({}));
  expect(out).toContain(definition(free).id);
  for (const text of packed.flatMap(texts).filter(nowhereFree)) expect(out).not.toContain(text);
});

test('a pack whose terms nobody has accepted brings nothing', async () => {
  const pack = packWithout('accepted.json');
  await expect(handedOut({ packs: [pack] })).rejects.toThrow('have not been accepted yet');
});

test('an accepted pack would be seen to leave a collector', async () => {
  const pack = packWithout('accepted.json');
  const { value: terms } = await readPackTerms(pack);
  await acceptTerms(pack, terms!, { role: 'Keeper of the tests', date: '2026-02-01' });
  const out = await handedOut({ packs: [pack] });
  for (const text of packed.flatMap(texts)) expect(out).toContain(text);
});

function packWithout(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const filter = (path: string) => !path.endsWith(name);
  cpSync(join(packs, 'non-commercial'), folder, { recursive: true, filter });
  return folder;
}
