import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWording, type Instrument, type Wording } from '@waymark/model';
import { entries } from './entries.js';
import { proseOf, readingGrade } from './reading-grade.js';
import { readJson } from './read-json.js';

/**
 * The reading grade of what we wrote about an instrument, one line for each text that is there. The
 * wording is graded only where it is our own and English: a publisher's stays as it is.
 */
export async function readingLines(folder: string, instrument: Instrument): Promise<string[]> {
  const readme = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '');
  const lines = [
    ...graded(`${join(folder, 'instrument.json')}: measures`, instrument.measures),
    ...graded(join(folder, 'README.md'), proseOf(readme)),
  ];
  for (const name of await entries(join(folder, 'wording'))) {
    const file = join(folder, 'wording', name);
    const json = await readJson(file);
    const wording = 'value' in json ? parseWording(json.value, instrument) : undefined;
    if (wording?.ok && isOurs(wording.value)) lines.push(...graded(file, textOf(wording.value)));
  }
  return lines;
}

function isOurs({ status, language }: Wording): boolean {
  return status === 'own' && /^en(?:-|$)/.test(language);
}

/** What a person reads, each line a sentence whether it ends like one or not. */
function textOf({ title, instructions, items }: Wording): string {
  const asked = Object.values(items).map(({ lead = '', text }) => `${lead} ${text}`);
  return [title, instructions ?? '', ...asked]
    .map((line) => line.trim().replace(/[.:?!]?$/, '.'))
    .join(' ');
}

function graded(where: string, text: string): string[] {
  const grade = readingGrade(text);
  return grade === null ? [] : [`${where}: reading grade ${grade.toFixed(1)}`];
}
