import { readFile } from 'node:fs/promises';
import { inFile, parseJson, type FileFault } from '@waymark/model';

/** What a JSON file holds, or what is wrong with its text. */
export type JsonFile = { readonly value: unknown } | { readonly faults: readonly FileFault[] };

/** Reads a JSON file that is there; a slip in its text is told with line and column. */
export async function readJson(file: string): Promise<JsonFile> {
  const json = parseJson(await readFile(file, 'utf8'));
  return json.ok ? { value: json.value } : { faults: inFile(file, json.faults) };
}
