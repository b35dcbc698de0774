import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { terminal, type World } from '../world.js';
import { catalogueEntries } from './catalogue-entries.js';
import { cataloguePage } from './catalogue-page.js';
import { libraryFolder, shortPath } from './library-folder.js';

const usage = `Usage: waymark instrument catalogue --out FILE [--in FOLDER]

Writes one HTML page that lists every instrument of a library, to be searched and printed.

  --out FILE     where the page goes, such as docs/catalogue.html
  --in FOLDER    the library (the one that comes with Waymark unless set)`;

/** The catalogue of a library as the text of one HTML page. */
export async function catalogueOf(library: string): Promise<string> {
  return cataloguePage(await catalogueEntries(library));
}

/** `waymark instrument catalogue`. Gives the exit code; 2 when an option is wrong. */
export async function run(
  args: string[],
  { print, complain }: Pick<World, 'print' | 'complain'> = terminal,
): Promise<number> {
  const asked = readArgs(args);
  if (asked?.help || !asked?.out) {
    (asked?.help ? print : complain)(usage);
    return asked?.help ? 0 : 2;
  }
  await writeFile(asked.out, await catalogueOf(asked.in));
  print(shortPath(asked.out));
  return 0;
}

function readArgs(args: string[]) {
  try {
    const options = {
      out: { type: 'string' },
      in: { type: 'string', default: libraryFolder },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch {
    return null;
  }
}
