import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultLine, wholeFault, type FileFault } from '@waymark/model';
import { terminal, type World } from '../world.js';
import { catalogueOf } from './catalogue.js';
import { checkPath, type CheckedPath } from './check-paths.js';
import { libraryFolder, shortPath } from './library-folder.js';
import { readingLines } from './reading-lines.js';

const usage = `Usage: waymark instrument check [FILE|FOLDER...] [--reading] [--catalogue FILE]

Checks definitions, wordings, worked examples and packs, and prints one line for each fault:
file: path: found, rule. A FOLDER is one instrument's, or one that holds many; without a path,
the instruments that come with Waymark are checked.

  --reading           also reports the Flesch-Kincaid grade of our own texts, never of a wording
                      that is not our own; of one instrument it is always reported
  --catalogue FILE    also checks that this page is what \`waymark instrument catalogue\` makes of the
                      first FOLDER`;

type Lines = Pick<World, 'print' | 'complain'>;

/** `waymark instrument check`. Gives the exit code: 0 clean, 1 with faults, 2 when a path is not there. */
export async function run(args: string[], { print, complain }: Lines = terminal): Promise<number> {
  const asked = readArgs(args);
  if (!asked || asked.help) {
    (asked ? print : complain)(usage);
    return asked ? 0 : 2;
  }
  const paths = asked.paths.length > 0 ? asked.paths : [libraryFolder];
  const checked = await Promise.all(paths.map((path) => checkPath(shortPath(path))));
  const absent = paths.filter((_, i) => checked[i] === null);
  if (absent.length > 0) {
    for (const path of absent) complain(`${path}: (whole): nothing, must be a file or a folder`);
    return 2;
  }
  const there = checked.filter((one) => one !== null);
  for (const [i, one] of there.entries())
    await report(shortPath(paths[i]!), one, { print, always: asked.reading ?? false });
  const stale = asked.catalogue ? await staleCatalogue(asked.catalogue, paths[0]!) : [];
  const faults = [...there.flatMap((one) => one.faults), ...stale];
  faults.map(faultLine).forEach(print);
  const count = there.reduce((total, one) => total + one.count, 0);
  print(`${counted(count, 'instrument')}, ${counted(faults.length, 'fault')}`);
  return faults.length > 0 ? 1 : 0;
}

async function report(
  path: string,
  { instruments }: CheckedPath,
  { print, always }: Pick<Lines, 'print'> & { readonly always: boolean },
): Promise<void> {
  for (const instrument of instruments) {
    const inside = join(path, instrument.id);
    const isLibrary = (await stat(inside).catch(() => null)) !== null;
    if (isLibrary && !always) return;
    const folder = isLibrary ? inside : folderOf(path);
    (await readingLines(folder, instrument)).forEach(print);
  }
}

async function staleCatalogue(file: string, library: string): Promise<FileFault[]> {
  const page = await readFile(file, 'utf8').catch(() => '');
  if (page === (await catalogueOf(library))) return [];
  const rule = `must be made again: waymark instrument catalogue --out ${file}`;
  return [wholeFault(file, page === '' ? 'nothing' : 'page', rule)];
}

function folderOf(path: string): string {
  return path.endsWith('.json') ? dirname(path) : path;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function readArgs(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        reading: { type: 'boolean' },
        catalogue: { type: 'string' },
        help: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    return { ...values, paths: positionals };
  } catch {
    return null;
  }
}
