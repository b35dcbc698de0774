import type { World } from './world.js';

/** Where a command's lines go. */
export type Lines = Pick<World, 'print' | 'complain'>;

/** What a command can do, by name; an act is loaded only when it is asked for. */
export type Acts = {
  readonly [name: string]: {
    readonly about: string;
    readonly load: () => Promise<{ run: (args: string[], world?: Lines) => Promise<number> }>;
  };
};

/** Runs the act that the arguments name and gives its exit code; 2 when there is no such act. */
export async function runAct(
  command: { readonly name: string; readonly acts: Acts },
  [name, ...args]: readonly string[],
  { print, complain }: Lines,
): Promise<number> {
  const usage = usageOf(command);
  if (name === '--help' || name === '-h') {
    usage.forEach(print);
    return 0;
  }
  const act = Object.hasOwn(command.acts, name ?? '') ? command.acts[name!] : undefined;
  if (act) return (await act.load()).run(args, { print, complain });
  if (name !== undefined) complain(`There is no act "${name}".`);
  usage.forEach(complain);
  return 2;
}

function usageOf({ name, acts }: { readonly name: string; readonly acts: Acts }): string[] {
  return [
    `Usage: waymark ${name} ACT [OPTIONS]`,
    '',
    ...Object.entries(acts).map(([act, { about }]) => `  ${act.padEnd(11)}${about}`),
    '',
    `waymark ${name} ACT --help says more about one of them.`,
  ];
}
