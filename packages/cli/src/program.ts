import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqlite, sqliteStore, StoreUnavailable, type Store } from '@waymark/collector';
import { addProgram, type NewProgram } from './program/add-program.js';
import { terminal, type World } from './world.js';

const usage = `Usage: waymark program add --id ID --name NAME --origin ORIGIN... [--data FILE] [--collector URL]
       waymark program list [--data FILE]

Adds a program and prints what to paste into its web page, or lists the programs there are.

  --data FILE        the collector's database (./waymark.db unless set)
  --id ID            small letters, digits and hyphens, such as my-program
  --name NAME        as people read it in the report
  --origin ORIGIN    a web site whose pages may hand in answers, such as https://example.org;
                     may be given several times
  --collector URL    where the collector is reached (http://127.0.0.1:8787 unless set)`;

type Asked = { readonly act: 'add' | 'list'; readonly data: string } & NewProgram;
type Lines = Pick<World, 'print' | 'complain'>;

/** `waymark program add` and `waymark program list`. Gives the exit code: 2 when an option is wrong. */
export async function run(args: string[], world: Lines = terminal): Promise<number> {
  const asked = programOptions(args);
  if (asked === 'help') {
    world.print(usage);
    return 0;
  }
  if (typeof asked === 'string') {
    world.complain(`${asked}\n\n${usage}`);
    return 2;
  }
  try {
    return await onStore(asked, world);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    world.complain(error.message);
    return 1;
  }
}

async function onStore(asked: Asked, world: Lines): Promise<number> {
  const file = resolve(asked.data);
  if (asked.act === 'list' && !existsSync(file))
    throw new StoreUnavailable(`${file} is not there: name the collector's database with --data.`);
  const store = sqliteStore(openSqlite(file));
  try {
    return asked.act === 'add' ? await addProgram(store, asked, world) : await list(store, world);
  } finally {
    await store.close();
  }
}

async function list(store: Store, { print }: Lines): Promise<number> {
  const programs = await store.programs();
  if (programs.length === 0) print('There is no program yet.');
  for (const { id, name, origins } of programs) print(`${id}  ${name}  ${origins.join(' ')}`);
  return 0;
}

/** What was asked for, `help`, or what is wrong with it in a sentence. */
function programOptions(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string', default: './waymark.db' },
        id: { type: 'string', default: '' },
        name: { type: 'string', default: '' },
        origin: { type: 'string', multiple: true, default: [] },
        collector: { type: 'string', default: 'http://127.0.0.1:8787' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const [act, ...more] = positionals;
    if ((act !== 'add' && act !== 'list') || more.length > 0) return 'Say add or list.';
    const { data, id, name, origin: origins, collector } = values;
    if (act === 'add' && origins.length === 0) return 'add needs at least one --origin.';
    if (!/^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?$/.test(collector))
      return '--collector must be an address such as https://collect.example.org.';
    return { act, data, id, name, origins, collector: collector.replace(/\/+$/, '') };
  } catch (error) {
    // parseArgs throws for what it does not know, and says in words what that is.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}
