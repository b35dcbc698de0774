import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  canonicalJson,
  mayShipWording,
  pageInstrument,
  parseInstrument,
  parseWording,
  type Checked,
  type Instrument,
  type PageInstrument,
  type ShippedInstrument,
  type Wording,
} from '@waymark/model';

/**
 * The definitions a collector or a build knows, and the wordings of them that may be shipped: those
 * whose rights allow it and that raise no flag.
 */
export type InstrumentLibrary = {
  readonly instruments: readonly Instrument[];
  readonly shipped: readonly ShippedInstrument[];
};

/**
 * Reads and checks a folder of instruments: `<id>/instrument.json` and `<id>/wording/<language>.json`.
 * Other entries are passed over; an Error lists every fault as `file: path: found, rule`.
 */
export async function readInstruments(folder: URL | string): Promise<InstrumentLibrary> {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const faults: string[] = [];
  const instruments: Instrument[] = [];
  const shipped: ShippedInstrument[] = [];
  for (const name of await namesIn(root)) {
    const instrument = await readDefinition(join(root, name), name, faults);
    if (!instrument) continue;
    instruments.push(instrument);
    // A flag calls for a support panel at the moment it is raised, and pages have none: such an
    // instrument can be scored, and is not put before a person.
    if (!mayShipWording(instrument.rights) || instrument.flags) continue;
    for (const wording of await readWordings(join(root, name, 'wording'), instrument, faults))
      shipped.push(withContentHash(pageInstrument(instrument, wording)));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { instruments, shipped };
}

/** Adds the content hash: the SHA-256, in hex, of the page instrument's canonical JSON. */
export function withContentHash(page: PageInstrument): ShippedInstrument {
  const contentHash = createHash('sha256').update(canonicalJson(page)).digest('hex');
  return { ...page, contentHash };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await ifThere(readdir(folder));
  if (!names) throw new Error(`${folder}: (whole): nothing, must be a folder of instruments`);
  return names.sort();
}

async function readDefinition(
  folder: string,
  name: string,
  faults: string[],
): Promise<Instrument | undefined> {
  const file = join(folder, 'instrument.json');
  const text = await ifThere(readFile(file, 'utf8'));
  if (text === undefined) return undefined;
  const instrument = accepted(file, readJson(text), parseInstrument, faults);
  if (!instrument || instrument.id === name) return instrument;
  faults.push(`${file}: id: string, must be "${name}", the name of its folder`);
  return undefined;
}

async function readWordings(
  folder: string,
  instrument: Instrument,
  faults: string[],
): Promise<Wording[]> {
  const names = (await ifThere(readdir(folder))) ?? [];
  const wordings: Wording[] = [];
  for (const name of names.filter((candidate) => candidate.endsWith('.json')).sort()) {
    const file = join(folder, name);
    const json = readJson(await readFile(file, 'utf8'));
    const wording = accepted(file, json, (value) => parseWording(value, instrument), faults);
    if (!wording) continue;
    if (name === `${wording.language}.json`) wordings.push(wording);
    else faults.push(`${file}: language: string, must be "${name.slice(0, -5)}", as in its name`);
  }
  return wordings;
}

function readJson(text: string): Checked<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, faults: [{ path: '(whole)', found: 'text', rule: 'must be JSON' }] };
  }
}

function accepted<T>(
  file: string,
  json: Checked<unknown>,
  parse: (value: unknown) => Checked<T>,
  faults: string[],
): T | undefined {
  const checked = json.ok ? parse(json.value) : json;
  if (checked.ok) return checked.value;
  faults.push(...checked.faults.map((f) => `${file}: ${f.path}: ${f.found}, ${f.rule}`));
  return undefined;
}

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
