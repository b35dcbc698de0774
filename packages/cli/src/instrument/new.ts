import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, Id } from '@waymark/model';
import { terminal, type World } from '../world.js';
import { libraryFolder, shortPath } from './library-folder.js';
import { scaffold } from './scaffold.js';

const usage = `Usage: waymark instrument new ID [--in FOLDER]

Makes the folder of a new instrument that passes \`waymark instrument check\`, to be filled.
ID is small letters, digits and hyphens, such as my-scale.

  --in FOLDER    the library it belongs to (the one that comes with Waymark unless set)`;

/** `waymark instrument new`. Gives the exit code: 1 when the folder is there, 2 for a wrong id. */
export async function run(
  args: string[],
  {
    print,
    complain,
    now = new Date(),
  }: Pick<World, 'print' | 'complain'> & { now?: Date } = terminal,
): Promise<number> {
  const asked = readArgs(args);
  if (asked?.help) {
    print(usage);
    return 0;
  }
  if (!asked || !check(Id, asked.id).ok) {
    complain(usage);
    return 2;
  }
  const folder = join(asked.library, asked.id);
  if (await stat(folder).catch(() => null)) {
    complain(`${shortPath(folder)} is there already: choose another id.`);
    return 1;
  }
  for (const [path, text] of Object.entries(scaffold(asked.id, now.toISOString().slice(0, 10)))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    print(shortPath(join(folder, path)));
  }
  return 0;
}

function readArgs(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { in: { type: 'string', default: libraryFolder }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [id = '', ...more] = positionals;
    return more.length > 0 ? null : { id, library: values.in, help: values.help ?? false };
  } catch {
    return null;
  }
}
