import { join } from 'node:path';
import { parseInstrument, parseWording, type Instrument, type Wording } from '@waymark/model';
import { entries } from './entries.js';
import { readJson } from './read-json.js';

/** An instrument and its wordings, each with the pack it stands in, if it is in one. */
export type CatalogueEntry = {
  readonly instrument: Instrument;
  readonly wordings: readonly { readonly wording: Wording; readonly pack?: string }[];
};

/** Every instrument of a library that has no fault, with the wordings it has. */
export async function catalogueEntries(library: string): Promise<CatalogueEntry[]> {
  const packs = await entries(join(library, 'packs'));
  const found: CatalogueEntry[] = [];
  for (const id of await entries(library)) {
    if (!(await entries(join(library, id))).includes('instrument.json')) continue;
    const instrument = await parsed(join(library, id, 'instrument.json'), parseInstrument);
    if (!instrument) continue;
    const wordings = [...(await wordingsIn(join(library, id), instrument))];
    for (const pack of packs)
      wordings.push(...(await wordingsIn(join(library, 'packs', pack, id), instrument, pack)));
    found.push({ instrument, wordings });
  }
  return found.sort((a, b) => (a.instrument.name < b.instrument.name ? -1 : 1));
}

async function wordingsIn(folder: string, instrument: Instrument, pack?: string) {
  const found: { wording: Wording; pack?: string }[] = [];
  for (const name of await entries(join(folder, 'wording'))) {
    const file = join(folder, 'wording', name);
    const wording = await parsed(file, (value) => parseWording(value, instrument));
    if (wording) found.push({ wording, ...(pack !== undefined && { pack }) });
  }
  return found;
}

async function parsed<T>(
  file: string,
  parse: (value: unknown) => { ok: true; value: T } | { ok: false },
): Promise<T | undefined> {
  const json = await readJson(file);
  if ('faults' in json) return undefined;
  const checked = parse(json.value);
  return checked.ok ? checked.value : undefined;
}
