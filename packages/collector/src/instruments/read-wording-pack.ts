import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  parseWordingPack,
  wholeFault,
  type FileFault,
  type Instrument,
  type Wording,
  type WordingPack,
} from '@waymark/model';
import { ifThere } from './if-there.js';
import { readJsonFile } from './read-json-file.js';
import { readTextFile, type InFile } from './read-text-file.js';
import { readWordings } from './read-wordings.js';

/** One wording of a pack, with the definition it fits. */
export type PackedWording = { readonly instrument: Instrument; readonly wording: Wording };

/** A wording pack as it stands in its folder: all that is whole in it, and all that is wrong. */
export type ReadPack = {
  readonly folder: string;
  /** What `pack.json` says and the text of its terms; null when one of them is wrong. */
  readonly terms: PackTerms | null;
  readonly wordings: readonly PackedWording[];
  readonly faults: readonly FileFault[];
};

/** What is accepted before a pack is used. */
export type PackTerms = { readonly pack: WordingPack; readonly text: string };

/** Reads and checks a pack: `pack.json`, the terms it names, and `<id>/wording/<language>.json`. */
export async function readWordingPack(
  folder: string,
  instruments: readonly Instrument[],
): Promise<ReadPack> {
  const names = await ifThere(readdir(folder));
  if (!names) {
    const rule = 'must be the folder of a wording pack, with pack.json in it';
    return { folder, terms: null, wordings: [], faults: [wholeFault(folder, 'nothing', rule)] };
  }
  const read = await readPackTerms(folder);
  const ids: string[] = [];
  // A folder may also be a link to one.
  for (const name of names.filter((candidate) => !candidate.startsWith('.')))
    if ((await ifThere(stat(join(folder, name))))?.isDirectory()) ids.push(name);
  const wordings: PackedWording[] = [];
  const faults: FileFault[] = [...read.faults];
  for (const id of ids.sort()) {
    const packed = await readPacked(join(folder, id), instruments.find((known) => known.id === id));
    wordings.push(...packed.wordings);
    faults.push(...packed.faults);
  }
  if (read.value) faults.push(...permissionFaults(folder, read.value.pack, ids, instruments));
  return { folder, terms: read.value ?? null, wordings, faults };
}

/** Reads what a pack's `pack.json` says and the terms that it names. */
export async function readPackTerms(folder: string): Promise<InFile<PackTerms>> {
  const pack = await readJsonFile(join(folder, 'pack.json'), parseWordingPack);
  if (!pack) {
    const rule = 'must say whose the wordings are: waymark wording new makes one';
    return { faults: [wholeFault(join(folder, 'pack.json'), 'nothing', rule)] };
  }
  if (!pack.value) return pack;
  const file = join(folder, pack.value.terms);
  const text = await readTextFile(file);
  if (text?.value?.trim()) return { value: { pack: pack.value, text: text.value }, faults: [] };
  if (text && text.faults.length > 0) return { faults: text.faults };
  return { faults: [wholeFault(file, 'nothing', 'must hold the terms of use that are accepted')] };
}

async function readPacked(folder: string, instrument: Instrument | undefined) {
  if (!instrument) {
    const rule = 'must be named by the id of an instrument, such as who-5';
    return { wordings: [], faults: [wholeFault(folder, 'folder', rule)] };
  }
  const { wordings, faults } = await readWordings(join(folder, 'wording'), instrument);
  if (wordings.length + faults.length > 0)
    return { wordings: wordings.map((wording) => ({ instrument, wording })), faults };
  const file = join(folder, 'wording');
  return { wordings: [], faults: [wholeFault(file, 'nothing', 'must hold a file like en.json')] };
}

function permissionFaults(
  folder: string,
  { permissions }: WordingPack,
  ids: readonly string[],
  instruments: readonly Instrument[],
): FileFault[] {
  const file = join(folder, 'pack.json');
  const named = permissions.flatMap((permission) => permission.instruments);
  const unnamed = ids
    .filter((id) => instruments.some((known) => known.id === id) && !named.includes(id))
    .map((id) => `must name "${id}", which has a folder here`);
  const unknown = named
    .filter((id) => !instruments.some((known) => known.id === id))
    .map((id) => `must name instruments that Waymark knows, not "${id}"`);
  const fault = (rule: string) => ({ file, path: 'permissions', found: 'list', rule });
  return [...unnamed, ...unknown].map(fault);
}
