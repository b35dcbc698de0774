import { join } from 'node:path';
import { inFile, parseWording, wholeFault, type FileFault, type Instrument } from '@waymark/model';
import { entries } from './entries.js';
import { readJson } from './read-json.js';

/** What is wrong with the wordings in a folder: each must be whole, and named by its language. */
export async function checkWordings(folder: string, instrument: Instrument): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const name of await entries(folder)) {
    const file = join(folder, name);
    if (name.endsWith('.json')) faults.push(...(await checkWording(file, name, instrument)));
    else faults.push(wholeFault(file, 'file', 'must be a wording, named like en.json'));
  }
  return faults;
}

async function checkWording(
  file: string,
  name: string,
  instrument: Instrument,
): Promise<readonly FileFault[]> {
  const json = await readJson(file);
  if ('faults' in json) return json.faults;
  const checked = parseWording(json.value, instrument);
  if (!checked.ok) return inFile(file, checked.faults);
  const { language } = checked.value;
  if (name === `${language}.json`) return [];
  const rule = `must be "${name.slice(0, -5)}", as in the file's name`;
  return [{ file, path: 'language', found: `"${language}"`, rule }];
}

/** A fault for each wording that stands where the rights class does not let it be. */
export async function misplacedWordings(
  folder: string,
  { id, rights }: Pick<Instrument, 'id' | 'rights'>,
): Promise<FileFault[]> {
  const rule =
    rights.class === 'non-commercial'
      ? `must stand in packs/non-commercial/${id}/wording, apart from what is bundled`
      : `must not be in the library (${rights.class}): the organisation brings its own wording pack`;
  return (await entries(folder)).map((name) => wholeFault(join(folder, name), 'wording', rule));
}
