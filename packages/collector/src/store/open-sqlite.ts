import { closeSync, openSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { bringUpToDate } from './sqlite-versions.js';
import { onDisk, StoreUnavailable } from './store-unavailable.js';

/**
 * Opens the file that holds a collector's data and makes it when it is not there, readable by its
 * owner only. A transaction that is over is on the disk: write-ahead log, synchronous FULL.
 */
export function openSqlite(file: string): Database {
  makePrivate(file);
  return onDisk(file, () => {
    const db = new Sqlite(file, { timeout: 5000 });
    try {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      bringUpToDate(db);
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  });
}

// SQLite gives its log files the mode of the database file, so the mode must be right from the start.
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw new StoreUnavailable(
      `${file} cannot be written: check that its folder exists and may be written to.`,
      { cause: error },
    );
  }
}
