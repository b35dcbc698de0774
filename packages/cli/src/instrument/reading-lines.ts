import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proseOf, readingGrade } from './reading-grade.js';

/** The reading grade of what we wrote about an instrument, one line for each text that is there. */
export async function readingLines(folder: string, measures: string): Promise<string[]> {
  const readme = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '');
  return [
    ...graded(`${join(folder, 'instrument.json')}: measures`, measures),
    ...graded(join(folder, 'README.md'), proseOf(readme)),
  ];
}

function graded(where: string, text: string): string[] {
  const grade = readingGrade(text);
  return grade === null ? [] : [`${where}: reading grade ${grade.toFixed(1)}`];
}
