import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readTextFile } from '@waymark/collector';
import { blankWording, parseJson, type Instrument } from '@waymark/model';

/**
 * Puts a blank wording into a pack, and around it what the pack lacks: `pack.json`, a file for the
 * terms, a permission for the instrument. What is typed already stays. Gives the paths written.
 */
export async function writeBlankPack(
  folder: string,
  { instrument, language }: { readonly instrument: Instrument; readonly language: string },
): Promise<string[]> {
  const wording = json(blankWording(instrument, language));
  const files: { [path: string]: string | null } = {
    [join(folder, 'pack.json')]: await packText(join(folder, 'pack.json'), instrument),
    [join(folder, 'TERMS.md')]: existsSync(join(folder, 'pack.json')) ? null : '',
    [join(folder, instrument.id, 'wording', `${language}.json`)]: wording,
  };
  const written: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    written.push(file);
  }
  return written;
}

/** The text of `pack.json` with a permission for the instrument; null when it can stay as it is. */
async function packText(file: string, { id, rights }: Instrument): Promise<string | null> {
  const permission = { instruments: [id], holder: rights.holder, evidence: '', date: '' };
  const text = await readTextFile(file);
  if (!text) return json({ name: '', terms: 'TERMS.md', permissions: [permission] });
  const read = parseJson(text.value ?? '');
  const pack = (read.ok ? read.value : null) as { readonly permissions?: unknown } | null;
  // What does not read as a pack is left to `waymark wording check`, which says what is wrong.
  if (!Array.isArray(pack?.permissions)) return null;
  const permissions = pack.permissions as readonly { readonly instruments?: unknown }[];
  if (permissions.some(({ instruments }) => Array.isArray(instruments) && instruments.includes(id)))
    return null;
  return json({ ...pack, permissions: [...permissions, permission] });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
