import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the instruments that come with Waymark. */
export const libraryFolder = fileURLToPath(new URL('../../../../instruments', import.meta.url));

/** A path as it is shortest to read from where the command runs. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
}
