import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readInstruments } from '@waymark/collector';
import { check, Language, type Instrument } from '@waymark/model';
import type { Lines } from '../acts.js';
import { libraryFolder } from '../instrument/library-folder.js';
import { terminal } from '../world.js';
import { writeBlankPack } from './blank-pack.js';

const usage = `Usage: waymark wording new ID [--lang LANGUAGE] [--in FOLDER]

Makes a file with a place for every text of an instrument, to be typed from the holder's own copy,
and around it the wording pack that says by what permission.

  ID                an instrument, such as ras-24
  --lang LANGUAGE   the language of the wording, such as es (en unless set)
  --in FOLDER       the pack, made when it is not there (./wording-pack unless set)`;

type Asked = { readonly id: string; readonly language: string; readonly pack: string };

/** `waymark wording new`. Gives the exit code: 1 when there is nothing to type, 2 for wrong options. */
export async function run(args: string[], { print, complain }: Lines = terminal): Promise<number> {
  const asked = readArgs(args);
  if (typeof asked === 'string') {
    (asked === 'help' ? print : complain)(usage);
    return asked === 'help' ? 0 : 2;
  }
  const { instruments, shipped } = await readInstruments(libraryFolder);
  const instrument = instruments.find(({ id }) => id === asked.id);
  const free = shipped.some(({ id, language }) => id === asked.id && language === asked.language);
  const why = instrument ? nothingToType(asked, free) : `There is no instrument "${asked.id}".`;
  if (!instrument || why !== null) {
    complain(why!);
    return 1;
  }
  const { language, pack } = asked;
  (await writeBlankPack(pack, { instrument, language })).forEach(print);
  nextSteps(instrument, pack).forEach(print);
  return 0;
}

/** Why no wording has to be typed; null when one has to. */
function nothingToType({ id, language, pack }: Asked, free: boolean): string | null {
  if (free) return `The wording of ${id} in ${language} comes with Waymark: no pack is needed.`;
  const path = join(id, 'wording', `${language}.json`);
  if (existsSync(join(libraryFolder, 'packs', 'non-commercial', path)))
    return `The wording of ${id} in ${language} comes with Waymark in the non-commercial pack: waymark collect --wording non-commercial`;
  return existsSync(join(pack, path)) ? `${join(pack, path)} is there already.` : null;
}

function nextSteps({ rights }: Instrument, pack: string): string[] {
  const ask = rights.ask === undefined ? '' : ` (${rights.ask})`;
  return [
    '',
    `Holder of the wording: ${rights.holder}${ask}`,
    `What is known of its rights: ${rights.evidence}`,
    '',
    'Next, in any text editor:',
    `  1. Copy the holder's terms into ${join(pack, 'TERMS.md')}.`,
    `  2. Say in ${join(pack, 'pack.json')} what shows the permission, and its day.`,
    "  3. Type each text between the quotation marks, word for word from the holder's own copy.",
    `  4. See what is missing: waymark wording check "${pack}"`,
  ];
}

function readArgs(args: string[]): Asked | 'help' | 'wrong' {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        lang: { type: 'string', default: 'en' },
        in: { type: 'string', default: 'wording-pack' },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    if (values.help) return 'help';
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0 || !check(Language, values.lang).ok) return 'wrong';
    return { id, language: values.lang, pack: values.in };
  } catch {
    return 'wrong';
  }
}
