import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCaseLibrary } from './cases/case-library.js';
import { caseMismatches, type CaseLibrary } from './cases/case-mismatches.js';
import { readCases, type CaseFile } from './cases/read-cases.js';
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
  const library = await readCaseLibrary(folder);
  const files = (await Promise.all(paths.map(readCases))).flat();
  const faults = files.flatMap((file) => ('fault' in file ? [file.fault] : []));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    cases: files.reduce((count, file) => count + ('cases' in file ? file.cases.length : 0), 0),
    mismatches: files.flatMap((file) => fileMismatches(file, library)),
  };
}

/** One line for each difference; a case of the wrong form is one, so that it hides no other. */
function fileMismatches(file: CaseFile, library: CaseLibrary): string[] {
  if (!('cases' in file)) return [];
  return file.cases.flatMap((checked, i) => {
    const where = `${shortPath(file.file)}: [${i}]`;
    if (!checked.ok)
      return checked.faults.map(({ path, found, rule }) => `${where} ${path}: ${found}, ${rule}`);
    const { value } = checked;
    return caseMismatches(value, library).map(
      ({ at, expected, got }) =>
        `${where} ${value.instrument} ${at}: expected ${expected}, got ${got}`,
    );
  });
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
