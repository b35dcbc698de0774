import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  faultLine,
  mayShipWording,
  parseInstrument,
  type Checked,
  type Instrument,
  type ShippedInstrument,
  type Support,
} from '@waymark/model';
import { ifThere } from './if-there.js';
import { readJsonFile } from './read-json-file.js';
import { readPacks } from './read-packs.js';
import { readSupport } from './read-support.js';
import type { InFile } from './read-text-file.js';
import type { PackedWording } from './read-wording-pack.js';
import { readWordings } from './read-wordings.js';
import { shippedInstrument } from './shipped-instrument.js';

/** The definitions a collector or a build knows, and the wordings of them that may be shipped. */
export type InstrumentLibrary = {
  readonly instruments: readonly Instrument[];
  readonly shipped: readonly ShippedInstrument[];
  /** The wordings that packs bring, for the pages of this collector's own programs only. */
  readonly packed?: readonly ShippedInstrument[];
};

/** What is read besides the folder of instruments. */
export type LibraryOptions = {
  /** A program's own support panel, in place of the library's in every language; none unless set. */
  readonly support?: Support;
  /** Folders of wording packs; none unless set. */
  readonly packs?: readonly string[];
};

/**
 * Reads and checks a folder of instruments: `<id>/instrument.json` and `<id>/wording/<language>.json`,
 * and `support/<language>.json`, what the support panel says of those that can raise a flag. Other
 * entries are passed over; an Error lists every fault as `file: path: found, rule`.
 */
export async function readInstruments(
  folder: URL | string,
  { support, packs = [] }: LibraryOptions = {},
): Promise<InstrumentLibrary> {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const faults: string[] = [];
  const instruments: Instrument[] = [];
  const free: PackedWording[] = [];
  for (const name of await namesIn(root)) {
    const { value: instrument, faults: wrong } = await readDefinition(join(root, name), name);
    faults.push(...wrong.map(faultLine));
    if (!instrument) continue;
    instruments.push(instrument);
    if (!mayShipWording(instrument.rights)) continue;
    const read = await readWordings(join(root, name, 'wording'), instrument);
    faults.push(...read.faults.map(faultLine));
    free.push(...read.wordings.map((wording) => ({ instrument, wording })));
  }
  const panel = async (language: string): Promise<InFile<Support>> =>
    support ? { value: support, faults: [] } : readSupport(root, language);
  const shipped = await compiled(free, panel, faults);
  const brought = await readPacks(packs, { instruments, shipped });
  faults.push(...brought.faults);
  const packed = await compiled(brought.wordings, panel, faults);
  if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
  return { instruments, shipped, packed };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await ifThere(readdir(folder));
  if (!names) throw new Error(`${folder}: (whole): nothing, must be a folder of instruments`);
  return names.sort();
}

async function readDefinition(
  folder: string,
  name: string,
): Promise<InFile<Instrument>> {
  const parse = (value: unknown) => named(parseInstrument(value), name);
  return (await readJsonFile(join(folder, 'instrument.json'), parse)) ?? { faults: [] };
}

function named(checked: Checked<Instrument>, name: string): Checked<Instrument> {
  if (!checked.ok || checked.value.id === name) return checked;
  const rule = `must be "${name}", the name of its folder`;
  return { ok: false, faults: [{ path: 'id', found: 'string', rule }] };
}

async function compiled(
  wordings: readonly PackedWording[],
  panel: (language: string) => Promise<InFile<Support>>,
  faults: string[],
): Promise<ShippedInstrument[]> {
  const pages: ShippedInstrument[] = [];
  for (const { instrument, wording } of wordings) {
    if (!instrument.flags) pages.push(shippedInstrument(instrument, wording));
    else {
      const support = await panel(wording.language);
      faults.push(...support.faults.map(faultLine));
      if (support.value) pages.push(shippedInstrument(instrument, wording, support.value));
    }
  }
  return pages;
}
