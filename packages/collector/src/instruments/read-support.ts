import { join } from 'node:path';
import { faultLine, parseSupport, wholeFault, type Support } from '@waymark/model';
import { readJsonFile } from './read-json-file.js';
import type { InFile } from './read-text-file.js';

/**
 * What the support panel says in a language: `support/<language>.json` of a library. A language
 * without a panel of its own has that of the wider language (`es` for `es-MX`), else the English
 * one: nobody is left without.
 */
export async function readSupport(library: string, language: string): Promise<InFile<Support>> {
  const english = join(library, 'support/en.json');
  for (const name of [language, language.split('-')[0], 'en']) {
    const read = await readJsonFile(join(library, 'support', `${name}.json`), parseSupport);
    if (read) return read;
  }
  const rule = 'must say what the support panel shows';
  return { faults: [wholeFault(english, 'nothing', rule)] };
}

/** A program's own support panel from a file; an Error lists every fault as `file: path: found, rule`. */
export async function readSupportFile(file: string): Promise<Support> {
  const nothing: InFile<Support> = { faults: [wholeFault(file, 'nothing', 'must be a file')] };
  const { value, faults } = (await readJsonFile(file, parseSupport)) ?? nothing;
  if (value) return value;
  throw new Error(faults.map(faultLine).join('\n'));
}
