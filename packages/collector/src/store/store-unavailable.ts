/** The store cannot do what was asked now; its message is one sentence with the fix, for staff. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

const sentences: readonly (readonly [code: string, sentence: (file: string) => string])[] = [
  ['SQLITE_FULL', (file) => `The disk that holds ${file} is full: free some space.`],
  [
    'SQLITE_READONLY',
    (file) => `${file} is read-only: let the user who runs the collector write to it.`,
  ],
  ['SQLITE_BUSY', (file) => `${file} is in use by another program: end that program.`],
  ['SQLITE_LOCKED', (file) => `${file} is in use by another program: end that program.`],
  ['SQLITE_IOERR', (file) => `${file} cannot be read or written: check the disk it is on.`],
  [
    'SQLITE_CANTOPEN',
    (file) => `${file} cannot be opened: check that its folder exists and may be written to.`,
  ],
  [
    'SQLITE_PERM',
    (file) => `${file} may not be opened: let the user who runs the collector write to it.`,
  ],
  ['SQLITE_CORRUPT', (file) => `${file} is damaged: put a backup copy in its place.`],
  ['SQLITE_NOTADB', (file) => `${file} is not a database: name another file or restore a backup.`],
];

/** Runs work on a SQLite file and turns what the disk or the file is to blame for into StoreUnavailable. */
export function onDisk<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as { code?: unknown };
    const known = sentences.find(([start]) => typeof code === 'string' && code.startsWith(start));
    if (!known) throw error;
    throw new StoreUnavailable(known[1](file), { cause: error });
  }
}
