import { runAct, type Acts, type Lines } from './acts.js';
import { terminal } from './world.js';

/** What `waymark wording` can do. */
export const acts: Acts = {
  new: { about: 'makes a file to type a wording into', load: () => import('./wording/new.js') },
  check: { about: 'lists what a pack still lacks', load: () => import('./wording/check.js') },
  accept: { about: 'accepts the terms of a pack', load: () => import('./wording/accept.js') },
};

/** `waymark wording`: help with wording packs. Gives the exit code of the act; 2 when there is no such act. */
export async function run(args: string[], lines: Lines = terminal): Promise<number> {
  return runAct({ name: 'wording', acts }, args, lines);
}
