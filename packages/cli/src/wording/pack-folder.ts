import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { libraryFolder, shortPath } from '../instrument/library-folder.js';

/** The folder of a wording pack: a path, or the name of a pack that comes with Waymark. */
export function packFolder(name: string): string {
  const ours = join(libraryFolder, 'packs', name);
  if (existsSync(name) || !/^[a-z0-9-]+$/.test(name) || !existsSync(ours)) return name;
  return shortPath(ours);
}
