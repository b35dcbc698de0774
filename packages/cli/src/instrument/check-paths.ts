import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { wholeFault, type FileFault, type Instrument } from '@waymark/model';
import { checkBatteries } from './check-batteries.js';
import { checkDefinition, type CheckedDefinition } from './check-definition.js';
import { checkFolder } from './check-folder.js';
import { checkPacks } from './check-packs.js';
import { checkPairs } from './check-pairs.js';
import { entries } from './entries.js';

/** What a check looked at: how many definitions, those without faults, and all that is wrong. */
export type CheckedPath = {
  readonly count: number;
  readonly instruments: readonly Instrument[];
  readonly faults: readonly FileFault[];
};

/**
 * Checks what a path leads to: one definition, one instrument's folder, a library of such folders
 * with its packs and batteries, or a folder of loose definitions; null when nothing is there.
 */
export async function checkPath(path: string): Promise<CheckedPath | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  if (!found.isDirectory())
    return basename(path) === 'instrument.json'
      ? together([await checkFolder(dirname(path))])
      : together([await checkDefinition(path)]);
  const names = await entries(path);
  if (names.includes('instrument.json')) return together([await checkFolder(path)]);
  const holding = await Promise.all(names.map((name) => entries(join(path, name))));
  const folders = names.filter((_, i) => holding[i]!.includes('instrument.json'));
  return folders.length > 0 ? checkLibrary(path, folders) : checkLoose(path, names);
}

async function checkLibrary(path: string, folders: readonly string[]): Promise<CheckedPath> {
  const checked: CheckedDefinition[] = [];
  for (const name of folders) checked.push(await checkFolder(join(path, name)));
  const library = together(checked);
  const packs = await checkPacks(join(path, 'packs'), library.instruments);
  const batteries = await checkBatteries(join(path, 'batteries'), library.instruments);
  const pairs = checkPairs(path, library.instruments);
  return { ...library, faults: [...library.faults, ...pairs, ...packs, ...batteries] };
}

async function checkLoose(path: string, names: readonly string[]): Promise<CheckedPath> {
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(path, name));
  if (files.length > 0) return together(await Promise.all(files.map((f) => checkDefinition(f))));
  return together([
    { faults: [wholeFault(path, 'folder', 'must hold instrument.json or folders that do')] },
  ]);
}

function together(checked: readonly CheckedDefinition[]): CheckedPath {
  return {
    count: checked.length,
    instruments: checked.flatMap(({ instrument }) => (instrument ? [instrument] : [])),
    faults: checked.flatMap(({ faults }) => faults),
  };
}
