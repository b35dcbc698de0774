import { join } from 'node:path';
import { inFile, parseBattery, type FileFault, type Instrument } from '@waymark/model';
import { entries } from './entries.js';
import { readJson } from './read-json.js';

/** What is wrong with the batteries of a library: `batteries/<id>.json`. */
export async function checkBatteries(
  folder: string,
  instruments: readonly Instrument[],
): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const name of (await entries(folder)).filter((entry) => entry.endsWith('.json')))
    faults.push(...(await checkBattery(join(folder, name), name.slice(0, -5), instruments)));
  return faults;
}

async function checkBattery(
  file: string,
  name: string,
  instruments: readonly Instrument[],
): Promise<readonly FileFault[]> {
  const json = await readJson(file);
  if ('faults' in json) return json.faults;
  const checked = parseBattery(json.value, instruments);
  if (!checked.ok) return inFile(file, checked.faults);
  const { id } = checked.value;
  if (id === name) return [];
  const rule = `must be "${name}", as in the file's name`;
  return [{ file, path: 'id', found: `"${id}"`, rule }];
}
