import { inFile, parseJson, type Checked } from '@waymark/model';
import { readTextFile, type InFile } from './read-text-file.js';

/** Reads a JSON file and checks what is in it; undefined when there is no such file. */
export async function readJsonFile<T>(
  file: string,
  parse: (value: unknown) => Checked<T>,
): Promise<InFile<T> | undefined> {
  const text = await readTextFile(file);
  if (text?.value === undefined) return text;
  const json = parseJson(text.value);
  const checked = json.ok ? parse(json.value) : json;
  return checked.ok ? { value: checked.value, faults: [] } : { faults: inFile(file, checked.faults) };
}
