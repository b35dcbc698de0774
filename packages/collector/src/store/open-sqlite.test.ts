import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from './open-sqlite.js';
import { StoreUnavailable } from './store-unavailable.js';

const folder = mkdtempSync(join(tmpdir(), 'waymark-sqlite-'));
let file: string;
let count = 0;
beforeEach(() => void (file = join(folder, `${(count += 1)}.db`)));
afterAll(() => rmSync(folder, { recursive: true }));

test('a new file and its log are readable by their owner only', () => {
  const db = openSqlite(file);
  for (const suffix of ['', '-wal', '-shm'])
    expect((statSync(file + suffix).mode & 0o777).toString(8)).toBe('600');
  db.close();
});

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', 5000],
  ['user_version', 3],
])('a file is opened with %s %s', (name, value) => {
  const db = openSqlite(file);
  expect(db.pragma(name, { simple: true })).toBe(value);
  db.close();
});

test('closing leaves one file with everything in it', () => {
  openSqlite(file).close();
  expect(() => statSync(`${file}-wal`)).toThrow('ENOENT');
  const db = new Sqlite(file, { readonly: true });
  expect(db.prepare('SELECT count(*) FROM programs').pluck().get()).toBe(0);
  db.close();
});

test.each<[string, () => void, RegExp]>([
  [
    'was written by a newer Waymark',
    () => {
      const db = openSqlite(file);
      db.pragma('user_version = 99');
      db.close();
    },
    /was written by a newer Waymark \(file version 99, this one knows 3\): update Waymark\.$/,
  ],
  [
    'belongs to another program',
    () => void new Sqlite(file).exec('CREATE TABLE notes (text)').close(),
    /belongs to another program: name another file\.$/,
  ],
  [
    'is no database',
    () => writeFileSync(file, 'Dear diary, today I wrote a file that is no database. '.repeat(99)),
    /is not a database: name another file or restore a backup\.$/,
  ],
  [
    'is damaged',
    () => {
      const db = openSqlite(file);
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      const bytes = Buffer.alloc(statSync(file).size - 100, 0x55);
      writeFileSync(file, bytes, { flag: 'r+' });
    },
    /(?:is damaged: put a backup copy in its place|is not a database: .*)\.$/,
  ],
  [
    'is a folder',
    () => void (file = folder),
    /cannot be written: check that its folder exists and may be written to\.$/,
  ],
  [
    'is in a folder that is not there',
    () => void (file = join(folder, 'nowhere', 'waymark.db')),
    /cannot be written: check that its folder exists and may be written to\.$/,
  ],
])('a file that %s is refused in one sentence', (_, prepare, sentence) => {
  prepare();
  const opening = () => openSqlite(file);
  expect(opening).toThrow(StoreUnavailable);
  expect(opening).toThrow(sentence);
});

describe('a file of the first version', () => {
  const wording = { instrument: 'asked', version: '1.0.0', language: 'es', contentHash: 'ab12' };

  beforeEach(() => {
    const db = openSqlite(file);
    db.exec(`DROP TABLE wordings;
      INSERT INTO programs VALUES ('p', 'P', '[]', 'k', 'k', 'k', 'k', '2026-01-01')`);
    const insert = db.prepare("INSERT INTO submissions VALUES (?, ?, 'p', ?, ?)");
    insert.run(1, 'one', JSON.stringify(wording), '2026-02-02');
    insert.run(2, 'two', JSON.stringify(wording), '2026-02-01');
    insert.run(3, 'three', 'not JSON', '2026-02-03');
    db.pragma('user_version = 1');
    db.close();
  });

  test('is brought up to date, keeps what is in it, and knows the wordings it took answers to', () => {
    const db = openSqlite(file);
    expect(db.pragma('user_version', { simple: true })).toBe(3);
    expect(db.prepare('SELECT id FROM submissions').pluck().all()).toHaveLength(3);
    expect(db.prepare('SELECT * FROM wordings').all()).toEqual([
      {
        instrument: 'asked',
        version: '1.0.0',
        language: 'es',
        content_hash: 'ab12',
        first_at: '2026-02-01',
      },
    ]);
    db.close();
  });

  test('stays as it was when a step fails, and is brought up to date once it can be', () => {
    const broken = new Sqlite(file);
    broken.exec('ALTER TABLE submissions RENAME TO elsewhere');
    expect(() => openSqlite(file)).toThrow('no such table: submissions');
    expect(broken.pragma('user_version', { simple: true })).toBe(1);
    const tables = "SELECT 1 FROM sqlite_schema WHERE name = 'wordings'";
    expect(broken.prepare(tables).get()).toBeUndefined();
    broken.exec('ALTER TABLE elsewhere RENAME TO submissions');
    broken.close();
    const db = openSqlite(file);
    expect(db.prepare('SELECT count(*) FROM wordings').pluck().get()).toBe(1);
    db.close();
  });
});
