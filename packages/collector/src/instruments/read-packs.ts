import { join } from 'node:path';
import { faultLine, type FileFault, type Instrument, type ShippedInstrument } from '@waymark/model';
import { readWordingPack, type PackedWording, type ReadPack } from './read-wording-pack.js';
import { acceptedTerms } from './wording-terms.js';

/** What several packs bring to a library, and in one line each all that keeps them from being used. */
export type ReadPacks = {
  readonly wordings: readonly PackedWording[];
  readonly faults: readonly string[];
};

/** Reads packs that are to be used: without faults, their terms accepted, no wording there twice. */
export async function readPacks(
  folders: readonly string[],
  library: {
    readonly instruments: readonly Instrument[];
    readonly shipped: readonly Pick<ShippedInstrument, 'id' | 'language'>[];
  },
): Promise<ReadPacks> {
  const taken = new Set(library.shipped.map(({ id, language }) => `${id} ${language}`));
  const wordings: PackedWording[] = [];
  const faults: string[] = [];
  for (const folder of folders) {
    const pack = await readWordingPack(folder, library.instruments);
    faults.push(...pack.faults.map(faultLine), ...(await termsFaults(pack)));
    for (const packed of pack.wordings) {
      const { instrument, language } = packed.wording;
      const name = `${instrument} ${language}`;
      if (taken.has(name)) faults.push(faultLine(twice(folder, instrument, language)));
      else wordings.push(packed);
      taken.add(name);
    }
  }
  return { wordings, faults };
}

function twice(folder: string, id: string, language: string): FileFault {
  const rule = 'must not repeat a wording that is there without this pack: take this file out';
  const file = join(folder, id, 'wording', `${language}.json`);
  return { file, path: '(whole)', found: 'wording', rule };
}

async function termsFaults({ folder, terms }: ReadPack): Promise<string[]> {
  if (!terms) return [];
  const { now, last, faults } = await acceptedTerms(folder, terms);
  if (now || faults.length > 0) return faults.map(faultLine);
  const why = last
    ? `its terms are not those that were accepted on ${last.date}`
    : 'its terms have not been accepted yet';
  return [
    `${folder}: ${why}. Read and accept them: waymark wording accept "${folder}" --role "YOUR ROLE"`,
  ];
}
