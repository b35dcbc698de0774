import { readFile } from 'node:fs/promises';
import { inFile, parseJson, type Checked, type FileFault } from '@waymark/model';
import { ifThere } from './if-there.js';

/** What a file holds, or what is wrong in it. */
export type InFile<T> =
  | { readonly value: T; readonly faults: readonly [] }
  | { readonly value?: never; readonly faults: readonly FileFault[] };

/** Reads a JSON file and checks what is in it; undefined when there is no such file. */
export async function readJsonFile<T>(
  file: string,
  parse: (value: unknown) => Checked<T>,
): Promise<InFile<T> | undefined> {
  const text = await ifThere(readFile(file, 'utf8'));
  if (text === undefined) return undefined;
  const json = parseJson(text);
  const checked = json.ok ? parse(json.value) : json;
  return checked.ok ? { value: checked.value, faults: [] } : { faults: inFile(file, checked.faults) };
}
