import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { terminal, type World } from '../world.js';
import { checkPath, type CheckedPath } from './check-paths.js';
import { faultLine } from './file-fault.js';
import { libraryFolder, shortPath } from './library-folder.js';
import { readingLines } from './reading-lines.js';

const usage = `Usage: waymark instrument check [FILE|FOLDER...] [--reading]

Checks definitions, wordings, worked examples and packs, and prints one line for each fault:
file: path: found, rule. A FOLDER is one instrument's, or one that holds many; without a path,
the instruments that come with Waymark are checked.

  --reading    also reports the Flesch-Kincaid grade of our own texts, never of a wording`;

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
  if (asked.reading)
    for (const [i, one] of there.entries()) await report(shortPath(paths[i]!), one, print);
  const faults = there.flatMap((one) => one.faults);
  faults.map(faultLine).forEach(print);
  const count = there.reduce((total, one) => total + one.count, 0);
  print(`${counted(count, 'instrument')}, ${counted(faults.length, 'fault')}`);
  return faults.length > 0 ? 1 : 0;
}

async function report(
  path: string,
  { instruments }: CheckedPath,
  print: Lines['print'],
): Promise<void> {
  for (const { id, measures } of instruments) {
    const inside = join(path, id);
    const folder = (await stat(inside).catch(() => null)) ? inside : folderOf(path);
    (await readingLines(folder, measures)).forEach(print);
  }
}

function folderOf(path: string): string {
  return path.endsWith('.json') ? dirname(path) : path;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function readArgs(args: string[]): { paths: string[]; reading: boolean; help: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { reading: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    return {
      paths: positionals,
      reading: values.reading ?? false,
      help: values.help ?? false,
    };
  } catch {
    return null;
  }
}
