import { readFile } from 'node:fs/promises';
import { wholeFault, type FileFault } from '@waymark/model';
import { ifThere } from './if-there.js';

/** What a file holds, or what is wrong in it. */
export type InFile<T> =
  | { readonly value: T; readonly faults: readonly [] }
  | { readonly value?: never; readonly faults: readonly FileFault[] };

/**
 * Reads a text. One saved in another form than UTF-8 is a fault: its accents would come out as other
 * signs, and a wording is exact or absent. Undefined when there is no such file.
 */
export async function readTextFile(file: string): Promise<InFile<string> | undefined> {
  try {
    const bytes = await ifThere(readFile(file));
    if (!bytes) return undefined;
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), faults: [] };
  } catch (error) {
    const rule = ruleOf((error as NodeJS.ErrnoException).code);
    if (rule === null) throw error;
    return { faults: [wholeFault(file, 'file', rule)] };
  }
}

function ruleOf(code: string | undefined): string | null {
  if (code === undefined) return null;
  if (code === 'EISDIR') return 'must be a file, not a folder';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'must be saved as UTF-8';
  return `must be a file that can be read (${code})`;
}
