import { readFile } from 'node:fs/promises';
import { wholeFault, type FileFault } from './file-fault.js';

/** What a JSON file holds, or what is wrong with its text. */
export type JsonFile = { readonly value: unknown } | { readonly faults: readonly FileFault[] };

/** Reads a JSON file that is there; a slip in its text is told with line and column. */
export async function readJson(file: string): Promise<JsonFile> {
  const text = await readFile(file, 'utf8');
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { faults: [wholeFault(file, 'text', `must be JSON${place(error.message, text)}`)] };
  }
}

// Only the place is told: the engine's message quotes the text around it.
function place(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? text : text.slice(0, Number(position));
  const lines = before.split('\n');
  return `: the slip is at line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
