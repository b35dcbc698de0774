import type { Database } from 'better-sqlite3';
import type { NamedWording } from './store.js';

/** Adds the wordings that a file does not hold yet, all of them or none. */
export function keepWordings(db: Database, wordings: readonly NamedWording[], at: Date): void {
  const insert = db.prepare(
    `INSERT INTO wordings (instrument, version, language, content_hash, first_at)
     VALUES (@instrument, @version, @language, @contentHash, @at) ON CONFLICT DO NOTHING`,
  );
  const keep = db.transaction(() => {
    for (const { instrument, version, language, contentHash } of wordings)
      insert.run({ instrument, version, language, contentHash, at: at.toISOString() });
  });
  keep.immediate();
}

/** Whether a file holds just this wording. */
export function knowsWording(db: Database, wording: NamedWording): boolean {
  const { instrument, version, language, contentHash } = wording;
  const find = db.prepare(
    `SELECT 1 FROM wordings WHERE instrument = @instrument AND version = @version
       AND language = @language AND content_hash = @contentHash`,
  );
  return find.get({ instrument, version, language, contentHash }) !== undefined;
}
