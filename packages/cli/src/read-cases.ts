import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCases, type Case } from '@waymark/model';

/** The worked examples of one file, or all that is wrong with it, each as `file: path: found, rule`. */
export type CaseFile =
  | { readonly file: string; readonly cases: readonly Case[] }
  | { readonly file: string; readonly faults: readonly string[] };

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
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return wrong(file, 'text', 'must be JSON');
  }
  const checked = parseCases(value);
  if (checked.ok) return { file, cases: checked.value };
  return { file, faults: checked.faults.map((f) => `${file}: ${f.path}: ${f.found}, ${f.rule}`) };
}

function wrong(file: string, found: string, rule: string): CaseFile {
  return { file, faults: [`${file}: (whole): ${found}, ${rule}`] };
}
