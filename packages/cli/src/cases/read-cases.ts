import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseOutsideCase, type Checked, type OutsideCase } from '@waymark/model';

/** The cases of one file, each with what is wrong with its form; or why the file cannot be read. */
export type CaseFile =
  | { readonly file: string; readonly cases: readonly Checked<OutsideCase>[] }
  | { readonly file: string; readonly fault: string };

/** Reads a JSON array of cases; or of a folder its `cases.json`, else those one level down. */
export async function readCases(path: string): Promise<CaseFile[]> {
  const found = await stat(path).catch(() => null);
  if (!found)
    return [wrong(path, 'nothing', 'must be a file of cases or a folder with cases.json')];
  if (!found.isDirectory()) return [await readCaseFile(path)];
  const files = await caseFilesIn(path);
  if (files.length === 0) return [wrong(path, 'folder', 'must hold cases.json')];
  return Promise.all(files.map(readCaseFile));
}

async function caseFilesIn(folder: string): Promise<string[]> {
  const here = await readdir(folder, { withFileTypes: true });
  if (here.some((entry) => entry.name === 'cases.json')) return [join(folder, 'cases.json')];
  const below = here.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  const names = await Promise.all(below.map((path) => readdir(path)));
  return below
    .filter((_, i) => names[i]!.includes('cases.json'))
    .map((path) => join(path, 'cases.json'))
    .sort();
}

async function readCaseFile(file: string): Promise<CaseFile> {
  let value: unknown;
  try {
    // Some editors put a byte order mark before the text.
    value = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch {
    return wrong(file, 'text', 'must be JSON');
  }
  const list = listIn(value);
  if (!list) return wrong(file, typeof value, 'must be a list of cases');
  return { file, cases: list.map(parseOutsideCase) };
}

/** The list itself, or the one under `cases`. */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || !('cases' in value)) return null;
  return Array.isArray(value.cases) ? value.cases : null;
}

function wrong(file: string, found: string, rule: string): CaseFile {
  return { file, fault: `${file}: (whole): ${found}, ${rule}` };
}
