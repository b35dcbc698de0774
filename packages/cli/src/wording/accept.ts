import { parseArgs } from 'node:util';
import { acceptedTerms, acceptTerms, readPackTerms, type PackTerms } from '@waymark/collector';
import { faultLine, type Acceptance, type FileFault } from '@waymark/model';
import type { Lines } from '../acts.js';
import { terminal } from '../world.js';
import { packFolder } from './pack-folder.js';

const usage = `Usage: waymark wording accept FOLDER [--role ROLE]

Shows the terms of a wording pack, and with --role records that they are accepted: the role, the
day, and a hash of the terms. Without it nothing is recorded.

  FOLDER         the pack; non-commercial is the one that comes with Waymark
  --role ROLE    in which role you accept for your organisation, such as "Program director";
                 2 to 100 characters, no name is needed`;

/** Where lines go, what day it is, and how an acceptance is recorded. */
type Accepting = Lines & { readonly now?: Date; readonly accept?: typeof acceptTerms };

/** `waymark wording accept`. Gives the exit code: 1 while nothing is accepted, 2 for wrong options. */
export async function run(
  args: string[],
  { print, complain, now = new Date(), accept = acceptTerms }: Accepting = terminal,
): Promise<number> {
  const asked = readArgs(args);
  if (!asked || asked.help) {
    (asked ? print : complain)(usage);
    return asked ? 0 : 2;
  }
  const folder = packFolder(asked.folder);
  const { value: terms, faults } = await readPackTerms(folder);
  if (!terms) return refused(faults, complain);
  shown(terms).forEach(print);
  const date = now.toISOString().slice(0, 10);
  const by = asked.role === undefined ? null : { role: asked.role, date };
  return settled({ folder, terms, by }, { print, complain, accept });
}

function refused(faults: readonly FileFault[], complain: Lines['complain']): number {
  faults.map(faultLine).forEach(complain);
  return 1;
}

function shown({ pack, text }: PackTerms): string[] {
  const permissions = pack.permissions.map(
    ({ instruments, holder, evidence, date }) =>
      `  ${instruments.join(', ')}: ${holder}. ${evidence} (${date})`,
  );
  return [pack.name, '', ...permissions, '', text.trim(), ''];
}

type Settling = {
  readonly folder: string;
  readonly terms: PackTerms;
  readonly by: Pick<Acceptance, 'role' | 'date'> | null;
};

async function settled(
  { folder, terms, by }: Settling,
  { accept, ...lines }: Lines & { readonly accept: typeof acceptTerms },
): Promise<number> {
  const { now, faults } = await acceptedTerms(folder, terms);
  if (faults.length > 0) return refused(faults, lines.complain);
  if (now) {
    lines.print(`These terms were accepted on ${now.date} (${now.role}).`);
    return 0;
  }
  if (!by) {
    lines.print('Nothing has been accepted. If your organisation keeps to these terms, run:');
    lines.print(`  waymark wording accept "${folder}" --role "YOUR ROLE"`);
    return 1;
  }
  try {
    await accept(folder, terms, by);
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    lines.complain(
      `${folder} cannot be written to: copy it to a folder of your own and name that one.`,
    );
    return 1;
  }
  lines.print(`Accepted on ${by.date} (${by.role}). This stands in ${folder}/accepted.json.`);
  return 0;
}

function isReadOnly(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}

function readArgs(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { role: { type: 'string' }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    const { role, help } = values;
    if (help) return { help, folder: '' };
    if (folder === undefined || more.length > 0) return null;
    const length = role?.trim().length ?? 2;
    if (length < 2 || length > 100) return null;
    return { help, folder, ...(role !== undefined && { role: role.trim() }) };
  } catch {
    return null;
  }
}
