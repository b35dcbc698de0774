import { readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultLine } from '@waymark/model';
import { expect, test } from 'vitest';
import { examplePack } from '../../fixtures/example-pack.js';
import { exampleLibrary } from '../../fixtures/example-submission.js';
import { changed } from '../../../model/fixtures/example.js';
import { readInstruments } from './read-instruments.js';
import { readWordingPack } from './read-wording-pack.js';

const fixture = new URL('../../fixtures/packs/example/', import.meta.url);
const library = fileURLToPath(new URL('../../../../instruments/', import.meta.url));

const json = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(path, fixture), 'utf8'));
const packJson = await json('pack.json');
const wording = await json('example-kept-back/wording/en.json');

async function read(files: { [path: string]: unknown }) {
  const folder = await examplePack(files);
  const { instruments } = await exampleLibrary();
  const pack = await readWordingPack(folder, instruments);
  return { ...pack, lines: pack.faults.map((f) => faultLine(f).replace(`${folder}/`, '')) };
}

test('reads what a pack says, its terms, and every wording in every language', async () => {
  const { terms, wordings, lines } = await read({ '.DS_Store': 'left behind', 'README.md': 'Hi' });
  expect(lines).toEqual([]);
  expect(terms?.pack).toEqual(packJson);
  expect(terms?.text).toContain('Use it in tests.');
  expect(wordings.map(({ wording }) => `${wording.instrument} ${wording.language}`)).toEqual([
    'example-kept-back en',
    'example-kept-back es',
  ]);
});

test('the non-commercial pack is without faults', async () => {
  const { instruments } = await readInstruments(library);
  const pack = await readWordingPack(join(library, 'packs/non-commercial'), instruments);
  expect(pack.faults).toEqual([]);
  const ids = new Set(pack.wordings.map(({ instrument }) => instrument.id));
  expect([...ids]).toEqual(['audit', 'dast-10', 'who-5']);
});

const en = 'example-kept-back/wording/en.json';

test.each<[why: string, files: { [path: string]: unknown }, line: string]>([
  [
    'no pack.json',
    { 'pack.json': null },
    'pack.json: (whole): nothing, must say whose the wordings are: waymark wording new makes one',
  ],
  [
    'a slip in pack.json',
    { 'pack.json': '{\n  "name": "A pack"\n  "terms": "TERMS.md"\n}' },
    'pack.json: (whole): text, must be JSON: the slip is at line 3, column 3',
  ],
  [
    'no date of the permission',
    { 'pack.json': changed(packJson, 'permissions[0].date', '') },
    'pack.json: permissions[0].date: empty, must be the day of the permission, such as 2026-11-22',
  ],
  [
    'no terms',
    { 'TERMS.md': null },
    'TERMS.md: (whole): nothing, must hold the terms of use that are accepted',
  ],
  [
    'empty terms',
    { 'TERMS.md': '\n' },
    'TERMS.md: (whole): nothing, must hold the terms of use that are accepted',
  ],
  [
    'an instrument that no permission names',
    { 'example-together/wording/fr.json': { ...(wording as object), instrument: 'example-together', language: 'fr' } },
    'pack.json: permissions: list, must name "example-together", which has a folder here',
  ],
  [
    'a permission for an instrument nobody knows',
    { 'pack.json': changed(packJson, 'permissions[0].instruments[1]', 'nobody') },
    'pack.json: permissions: list, must name instruments that Waymark knows, not "nobody"',
  ],
  [
    'a folder of an instrument nobody knows',
    { 'nobody/wording/en.json': wording },
    'nobody: (whole): folder, must be named by the id of an instrument, such as who-5',
  ],
  [
    'a folder without a wording',
    { 'example-kept-back/wording': null, 'example-kept-back/notes.txt': 'Later' },
    'example-kept-back/wording: (whole): nothing, must hold a file like en.json',
  ],
  [
    'a wording that was saved under another name',
    { 'example-kept-back/wording/fr.json.txt': '{}' },
    'example-kept-back/wording/fr.json.txt: (whole): file, must be a wording, named like en.json',
  ],
  [
    'a wording in another language than its name says',
    { 'example-kept-back/wording/fr.json': wording },
    'example-kept-back/wording/fr.json: language: "en", must be "fr", as in the file\'s name',
  ],
  [
    'a quotation mark inside a text',
    { [en]: '{"title": "The "best" title"}' },
    `${en}: (whole): text, must be JSON: the slip is at line 1, column 17`,
  ],
  [
    'a text still to be typed',
    { [en]: changed(wording, 'items.t2.text', '') },
    `${en}: items.t2.text: empty, must be the text of item 2`,
  ],
  [
    'a label still to be typed',
    { [en]: changed(wording, 'options.agreement.4', ' ') },
    `${en}: options.agreement.4: empty, must be the label of 4 at items from 1 to 3`,
  ],
  [
    'an item too few',
    { [en]: changed(wording, 'items.t2', undefined) },
    `${en}: items.t2: nothing, must have a text`,
  ],
  [
    'a label too many, as if the order or the anchors could be changed',
    { [en]: changed(wording, 'options.agreement.5', 'Agree very much') },
    `${en}: options.agreement.5: text, must name what is asked`,
  ],
  [
    'the wording of another version',
    { [en]: changed(wording, 'version', '2.0.0') },
    `${en}: version: string, must be "1.0.0"`,
  ],
])('a pack with %s is one fault', async (_, files, line) => {
  expect((await read(files)).lines).toEqual([line]);
});

test('a wording saved with a byte order mark is read like any other', async () => {
  expect((await read({ [en]: `\uFEFF${JSON.stringify(wording)}` })).lines).toEqual([]);
});

test('wordings in a folder that is a link are read too', async () => {
  const folder = await examplePack();
  await rename(join(folder, 'example-kept-back'), join(folder, '.elsewhere'));
  await symlink(join(folder, '.elsewhere'), join(folder, 'example-kept-back'));
  const { instruments } = await exampleLibrary();
  expect((await readWordingPack(folder, instruments)).wordings).toHaveLength(2);
});

test.each(['pack.json', 'TERMS.md', en])('%s is refused unless it is UTF-8', async (path) => {
  const folder = await examplePack();
  await writeFile(join(folder, path), Buffer.from('{"name":"Señal"}', 'latin1'));
  const { instruments } = await exampleLibrary();
  const { faults } = await readWordingPack(folder, instruments);
  expect(faults).toMatchObject([{ file: join(folder, path), rule: 'must be saved as UTF-8' }]);
});

test('a folder that is not there is a fault, not an empty pack', async () => {
  const { faults } = await readWordingPack('/nowhere/pack', []);
  expect(faults.map(faultLine)).toEqual([
    '/nowhere/pack: (whole): nothing, must be the folder of a wording pack, with pack.json in it',
  ]);
});
