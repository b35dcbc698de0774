import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readInstruments } from '@waymark/collector';
import { parseWording, type Instrument, type Wording } from '@waymark/model';
import { entries } from '../instrument/entries.js';
import type { CaseLibrary } from './case-mismatches.js';
import type { Refused } from './find-instrument.js';

/**
 * Reads all that cases are scored with: the definitions, their wordings (those in packs as well, for
 * labels in place of values) and what was left out on purpose. An Error lists every fault.
 */
export async function readCaseLibrary(folder: string): Promise<CaseLibrary> {
  const { instruments } = await readInstruments(folder);
  const packs = (await entries(join(folder, 'packs'))).map((pack) => join(folder, 'packs', pack));
  const wordings = new Map<string, readonly Wording[]>();
  for (const instrument of instruments) {
    const folders = [folder, ...packs].map((home) => join(home, instrument.id, 'wording'));
    const found = await Promise.all(folders.map((home) => wordingsIn(home, instrument)));
    wordings.set(instrument.id, found.flat());
  }
  return { instruments, wordings, refused: await readRefused(join(folder, 'refused.json')) };
}

async function wordingsIn(folder: string, instrument: Instrument): Promise<Wording[]> {
  const names = (await entries(folder)).filter((name) => name.endsWith('.json'));
  const checked = await Promise.all(
    names.map(async (name) => parseWording(await readJson(join(folder, name)), instrument)),
  );
  // A wording with faults gives no labels; `waymark instrument check` tells its faults.
  return checked.flatMap((one) => (one.ok ? [one.value] : []));
}

async function readRefused(file: string): Promise<readonly Refused[]> {
  const value = await readJson(file);
  return Array.isArray(value) ? (value as readonly Refused[]) : [];
}

// A file that is not there, or is not JSON, names nothing.
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}
