import { terminal, type World } from './world.js';

type Lines = Pick<World, 'print' | 'complain'>;
type Act = {
  readonly about: string;
  readonly load: () => Promise<{ run: (args: string[], world?: Lines) => Promise<number> }>;
};

/** What `waymark instrument` can do. */
export const acts: { readonly [name: string]: Act } = {
  check: { about: 'finds what is wrong in a folder', load: () => import('./instrument/check.js') },
  new: { about: 'makes a folder to be filled', load: () => import('./instrument/new.js') },
  schema: { about: 'prints a schema for editors', load: () => import('./instrument/schema.js') },
  catalogue: { about: 'writes a page of all', load: () => import('./instrument/catalogue.js') },
};

const usage = [
  'Usage: waymark instrument ACT [OPTIONS]',
  '',
  ...Object.entries(acts).map(([name, { about }]) => `  ${name.padEnd(11)}${about}`),
  '',
  'waymark instrument ACT --help says more about one of them.',
];

/** `waymark instrument`: help for authors. Gives the exit code of the act; 2 when there is no such act. */
export async function run(
  [name, ...args]: string[],
  { print, complain }: Lines = terminal,
): Promise<number> {
  if (name === '--help' || name === '-h') {
    usage.forEach(print);
    return 0;
  }
  const act = Object.hasOwn(acts, name ?? '') ? acts[name!] : undefined;
  if (act) return (await act.load()).run(args, { print, complain });
  if (name !== undefined) complain(`There is no act "${name}".`);
  usage.forEach(complain);
  return 2;
}
