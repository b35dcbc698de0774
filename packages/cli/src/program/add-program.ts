import { createProgram, type Store } from '@waymark/collector';
import type { World } from '../world.js';

/** What `waymark program add` was told about a program. */
export type NewProgram = {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** Where the collector is reached from the program's page. */
  readonly collector: string;
};

/** Adds a program and prints what to paste into its page; gives the exit code. */
export async function addProgram(
  store: Store,
  { id, name, origins, collector }: NewProgram,
  { print, complain }: Pick<World, 'print' | 'complain'>,
): Promise<number> {
  const added = await createProgram(store, { id, name, origins });
  if (!added.ok) {
    for (const { path, rule } of added.faults) complain(`--${optionOf(path)} ${rule}.`);
    return 1;
  }
  const { key } = added.value;
  print(`Added ${name.trim()}. Its key is shown this once.\n`);
  print(`Paste this where the check-in is to appear, with the code of the person who answers:\n`);
  print(snippet({ id, collector, key }));
  print(`\nStaff can also start a check-in on the collector's own page:\n`);
  print(`${collector}/p/${id}#${key}`);
  return 0;
}

function optionOf(path: string): string {
  return path.startsWith('origins') ? 'origin' : path;
}

/** The two tags that put a check-in on a web page. */
export function snippet({
  id,
  collector,
  key,
}: Omit<NewProgram, 'name' | 'origins'> & { readonly key: string }): string {
  return `<script type="module" src="${collector}/waymark.js"></script>
<waymark-check-in
  instrument="mhsip-social-connectedness"
  program="${id}"
  timepoint="baseline"
  participant="CODE-0001"
  collector="${collector}"
  key="${key}"
></waymark-check-in>`;
}
