import type { Database } from 'better-sqlite3';
import { StoreUnavailable } from './store-unavailable.js';

/** Marks a file as ours: "wymk". */
const applicationId = 0x77796d6b;

/** What each version of the file adds to the one before it; a step that was released never changes. */
const steps: readonly string[] = [
  `CREATE TABLE programs (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     origins TEXT NOT NULL CHECK (json_valid(origins)),
     key_id TEXT NOT NULL,
     public_key TEXT NOT NULL,
     private_key TEXT NOT NULL,
     write_token_hash TEXT NOT NULL,
     created_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE submissions (
     place INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     program TEXT NOT NULL REFERENCES programs (id),
     content TEXT NOT NULL,
     taken_at TEXT NOT NULL
   ) STRICT;
   CREATE INDEX submissions_by_program ON submissions (program, place);
   CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
  `CREATE TABLE wordings (
     instrument TEXT NOT NULL,
     version TEXT NOT NULL,
     language TEXT NOT NULL,
     content_hash TEXT NOT NULL,
     first_at TEXT NOT NULL,
     PRIMARY KEY (instrument, version, language, content_hash)
   ) STRICT, WITHOUT ROWID;`,
  // What was taken before wordings were kept: more answers to them may still be on their way.
  `INSERT INTO wordings
     SELECT content ->> 'instrument', content ->> 'version', content ->> 'language',
       content ->> 'contentHash', min(taken_at)
     FROM submissions WHERE json_valid(content) GROUP BY 1, 2, 3, 4
     ON CONFLICT DO NOTHING;`,
];

/** Brings a file to the newest version; refuses one that is newer than this or not Waymark's. */
export function bringUpToDate(db: Database): void {
  db.transaction(() => {
    const version = pragma(db, 'user_version');
    if (!isOurs(db))
      throw new StoreUnavailable(`${db.name} belongs to another program: name another file.`);
    if (version > steps.length)
      throw new StoreUnavailable(
        `${db.name} was written by a newer Waymark (file version ${version}, this one knows ${steps.length}): update Waymark.`,
      );
    if (version === steps.length) return;
    for (const step of steps.slice(version)) db.exec(step);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${steps.length}`);
  }).immediate();
}

function isOurs(db: Database): boolean {
  if (pragma(db, 'application_id') === applicationId) return true;
  const empty = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  return empty && pragma(db, 'user_version') === 0;
}

function pragma(db: Database, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}
