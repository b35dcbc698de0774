import { runAct, type Acts, type Lines } from './acts.js';
import { terminal } from './world.js';

/** What `waymark instrument` can do. */
export const acts: Acts = {
  check: { about: 'finds what is wrong in a folder', load: () => import('./instrument/check.js') },
  new: { about: 'makes a folder to be filled', load: () => import('./instrument/new.js') },
  schema: { about: 'prints a schema for editors', load: () => import('./instrument/schema.js') },
  catalogue: { about: 'writes a page of all', load: () => import('./instrument/catalogue.js') },
};

/** `waymark instrument`: help for authors. Gives the exit code of the act; 2 when there is no such act. */
export async function run(args: string[], lines: Lines = terminal): Promise<number> {
  return runAct({ name: 'instrument', acts }, args, lines);
}
