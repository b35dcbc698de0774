import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readInstruments } from '@waymark/collector';
import { caseMismatches } from './case-mismatches.js';
import { readCases } from './read-cases.js';

const ours = fileURLToPath(new URL('../../../instruments/', import.meta.url));
const usage = 'Usage: waymark score [--cases FILE...]';

type World = {
  /** Where the instruments are; the ones that come with Waymark by default. */
  readonly folder?: string;
  /** Takes each line of the result; standard output by default. */
  readonly print?: (line: string) => void;
  /** Takes each line about a file or an option that is wrong; standard error by default. */
  readonly complain?: (line: string) => void;
};

/**
 * `waymark score`: scores worked examples with the library and prints every difference. Gives the
 * exit code: 0 when all agree, 1 when some do not, 2 when a file or an option is wrong.
 */
export async function run(
  args: string[],
  {
    folder = ours,
    print = (line) => void process.stdout.write(`${line}\n`),
    complain = (line) => void process.stderr.write(`${line}\n`),
  }: World = {},
): Promise<number> {
  const paths = casePaths(args);
  if (!paths) {
    complain(usage);
    return 2;
  }
  try {
    const { instruments } = await readInstruments(folder);
    const files = (await Promise.all((paths.length ? paths : [folder]).map(readCases))).flat();
    const faults = files.flatMap((file) => ('faults' in file ? file.faults : []));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const read = files.flatMap((file) => ('cases' in file ? [file] : []));
    const lines = read.flatMap(({ file, cases }) =>
      cases.flatMap((example, i) =>
        caseMismatches(example, instruments).map(
          ({ at, expected, got }) =>
            `${shortPath(file)}: [${i}] ${example.instrument} ${at}: expected ${expected}, got ${got}`,
        ),
      ),
    );
    const cases = read.reduce((sum, file) => sum + file.cases.length, 0);
    [...lines, `${cases} cases, ${lines.length} mismatches`].forEach(print);
    return lines.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    complain(error.message);
    complain('Nothing was scored.');
    return 2;
  }
}

/** The files named, with or without `--cases`; null when an option is not known. */
function casePaths(args: string[]): string[] | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { cases: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    return [...(values.cases ?? []), ...positionals];
  } catch {
    return null;
  }
}

function shortPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
