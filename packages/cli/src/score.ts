import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readInstruments } from '@waymark/collector';
import { caseMismatches } from './case-mismatches.js';
import { readCases } from './read-cases.js';
import { terminal, type World } from './world.js';

const ours = fileURLToPath(new URL('../../../instruments/', import.meta.url));

const usage = [
  'Usage: waymark score [--cases FILE...]',
  '',
  'Scores worked examples with the library and prints every difference.',
  'A FILE is a JSON list of cases or a folder with cases.json; without one,',
  'the examples of all instruments are scored. instruments/README.md shows a case.',
];

/** Where to print; and the folder of instruments, the ones that come with Waymark by default. */
type Options = Pick<World, 'print' | 'complain'> & { readonly folder?: string };

/**
 * `waymark score`: scores worked examples with the library and prints every difference. Gives the
 * exit code: 0 when all agree, 1 when some do not, 2 when a file or an option is wrong.
 */
export async function run(
  args: string[],
  { print, complain, folder = ours }: Options = terminal,
): Promise<number> {
  const asked = readArgs(args);
  if (!asked || asked.help) {
    usage.forEach(asked ? print : complain);
    return asked ? 0 : 2;
  }
  try {
    const lines = await scored(asked.paths.length > 0 ? asked.paths : [folder], folder);
    [...lines.mismatches, `${lines.cases} cases, ${lines.mismatches.length} mismatches`].forEach(
      print,
    );
    return lines.mismatches.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    complain(error.message);
    complain('Nothing was scored.');
    return 2;
  }
}

/** Scores every case of every file; an Error lists what is wrong with the files. */
async function scored(paths: readonly string[], folder: string) {
  const { instruments } = await readInstruments(folder);
  const files = (await Promise.all(paths.map(readCases))).flat();
  const faults = files.flatMap((file) => ('faults' in file ? file.faults : []));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const mismatches: string[] = [];
  let cases = 0;
  for (const file of files) {
    if (!('cases' in file)) continue;
    cases += file.cases.length;
    for (const [i, example] of file.cases.entries())
      for (const { at, expected, got } of caseMismatches(example, instruments))
        mismatches.push(
          `${shortPath(file.file)}: [${i}] ${example.instrument} ${at}: expected ${expected}, got ${got}`,
        );
  }
  return { cases, mismatches };
}

/** The files named, with or without `--cases`; null when an option is not known. */
function readArgs(args: string[]): { paths: string[]; help: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { cases: { type: 'string', multiple: true }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    return { paths: [...(values.cases ?? []), ...positionals], help: values.help ?? false };
  } catch {
    return null;
  }
}

function shortPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
