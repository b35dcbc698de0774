import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  parseTypedWording,
  wholeFault,
  type FileFault,
  type Instrument,
  type Wording,
} from '@waymark/model';
import { ifThere } from './if-there.js';
import { readJsonFile } from './read-json-file.js';

/** The wordings of an instrument that are whole, and what is wrong with the others. */
export type ReadWordings = {
  readonly wordings: readonly Wording[];
  readonly faults: readonly FileFault[];
};

/** Reads the wordings in a folder, each `<language>.json`; there are none when it is not there. */
export async function readWordings(folder: string, instrument: Instrument): Promise<ReadWordings> {
  const names = (await ifThere(readdir(folder))) ?? [];
  const wordings: Wording[] = [];
  const faults: FileFault[] = [];
  // Some systems leave files of their own behind, with a dot in front.
  for (const name of names.filter((candidate) => !candidate.startsWith('.')).sort()) {
    const read = await readWording(join(folder, name), name, instrument);
    if (read.value) wordings.push(read.value);
    else faults.push(...read.faults);
  }
  return { wordings, faults };
}

async function readWording(file: string, name: string, instrument: Instrument) {
  if (!name.endsWith('.json'))
    return { faults: [wholeFault(file, 'file', 'must be a wording, named like en.json')] };
  const parse = (value: unknown) => parseTypedWording(value, instrument);
  const read = (await readJsonFile(file, parse)) ?? { faults: [] };
  if (!read.value || name === `${read.value.language}.json`) return read;
  const rule = `must be "${name.slice(0, -5)}", as in the file's name`;
  return { faults: [{ file, path: 'language', found: `"${read.value.language}"`, rule }] };
}
