import { terminal, type World } from './world.js';

type Command = {
  readonly about: string;
  readonly load: () => Promise<{ run: (args: string[]) => Promise<number> }>;
};

/** What `waymark` can do; a command is loaded only when it is asked for. */
export const commands: { readonly [name: string]: Command } = {
  collect: { about: 'takes submissions and serves the report', load: () => import('./collect.js') },
  program: { about: 'adds a program, or lists them', load: () => import('./program.js') },
  instrument: { about: 'helps to write instruments', load: () => import('./instrument.js') },
  wording: { about: 'helps with wording packs', load: () => import('./wording.js') },
  score: { about: 'scores worked examples', load: () => import('./score.js') },
  demo: { about: 'shows the whole way on simulated data', load: () => import('./demo.js') },
};

const usage = [
  'Usage: waymark COMMAND [OPTIONS]',
  '',
  ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(12)}${about}`),
  '',
  'waymark COMMAND --help says more about one of them.',
];

/** Runs the command that the arguments name and gives the exit code; 2 when there is no such command. */
export async function dispatch(
  [name, ...args]: readonly string[],
  { print, complain }: Pick<World, 'print' | 'complain'> = terminal,
): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    usage.forEach(print);
    return 0;
  }
  const command = Object.hasOwn(commands, name ?? '') ? commands[name!] : undefined;
  if (command) return (await command.load()).run(args);
  if (name !== undefined) complain(`There is no command "${name}".`);
  usage.forEach(complain);
  return 2;
}
