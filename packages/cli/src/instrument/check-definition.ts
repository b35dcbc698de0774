import { inFile, parseInstrument, type FileFault, type Instrument } from '@waymark/model';
import { readJson } from './read-json.js';

/** A definition that can be used, or nothing, and all that is wrong with it. */
export type CheckedDefinition = {
  readonly instrument?: Instrument;
  readonly faults: readonly FileFault[];
};

/** Checks one definition; with `id`, that it is named like its folder. */
export async function checkDefinition(file: string, id?: string): Promise<CheckedDefinition> {
  const json = await readJson(file);
  if ('faults' in json) return json;
  const checked = parseInstrument(json.value);
  if (!checked.ok) return { faults: inFile(file, checked.faults) };
  const instrument = checked.value;
  if (id === undefined || instrument.id === id) return { instrument, faults: [] };
  const rule = `must be "${id}", the name of its folder: rename one of the two`;
  return { faults: [{ file, path: 'id', found: `"${instrument.id}"`, rule }] };
}
