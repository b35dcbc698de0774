import { parseArgs } from 'node:util';
import {
  acceptedTerms,
  readInstruments,
  readWordingPack,
  type PackedWording,
  type ReadPack,
} from '@waymark/collector';
import { faultLine } from '@waymark/model';
import type { Lines } from '../acts.js';
import { libraryFolder } from '../instrument/library-folder.js';
import { terminal } from '../world.js';
import { packFolder } from './pack-folder.js';

const usage = `Usage: waymark wording check FOLDER

Lists what a wording pack still lacks, one line for each text: file: path: found, rule. Then it says
which wordings nobody has compared yet, how many are whole, and whether the terms are accepted.

  FOLDER    the pack; non-commercial is the one that comes with Waymark`;

/** `waymark wording check`. Gives the exit code: 0 when a pack can be used, 1 not yet, 2 for wrong options. */
export async function run(args: string[], { print, complain }: Lines = terminal): Promise<number> {
  const asked = readArgs(args);
  if (!asked || asked.help) {
    (asked ? print : complain)(usage);
    return asked ? 0 : 2;
  }
  const { instruments } = await readInstruments(libraryFolder);
  const pack = await readWordingPack(packFolder(asked.folder), instruments);
  const terms = await termsLines(pack);
  pack.faults.map(faultLine).forEach(print);
  pack.wordings.flatMap(notCompared).forEach(print);
  print(`${counted(pack.wordings.length, 'wording')}, ${counted(pack.faults.length, 'fault')}`);
  terms.lines.forEach(print);
  return pack.faults.length === 0 && terms.accepted ? 0 : 1;
}

function notCompared({ wording }: PackedWording): string[] {
  if (wording.status !== 'recalled') return [];
  return [
    `${wording.instrument} in ${wording.language} is recalled, and pages tell staff so: once someone has compared it with the holder's copy, word for word, write compared in status, and with what in evidence`,
  ];
}

async function termsLines({ folder, terms }: ReadPack) {
  if (!terms) return { accepted: false, lines: [] };
  const { now, faults } = await acceptedTerms(folder, terms);
  if (now) return { accepted: true, lines: [`Terms accepted on ${now.date} (${now.role})`] };
  const how = `Terms not accepted yet: waymark wording accept "${folder}" --role "YOUR ROLE"`;
  return { accepted: false, lines: faults.length > 0 ? faults.map(faultLine) : [how] };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function readArgs(args: string[]) {
  try {
    const options = { help: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [folder = '', ...more] = positionals;
    if (!values.help && (folder === '' || more.length > 0)) return null;
    return { help: values.help, folder };
  } catch {
    return null;
  }
}
