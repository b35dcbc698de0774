import type { Database } from 'better-sqlite3';
import { canonicalJson, type Submission } from '@waymark/model';
import type { Kept, Program, Range, Store, StoredProgram, StoredSubmission } from './store.js';
import { keepWordings, knowsWording } from './sqlite-wordings.js';
import { onDisk } from './store-unavailable.js';

type ProgramRow = Omit<StoredProgram, 'origins'> & { readonly origins: string };
type SubmissionRow = { readonly place: number; readonly content: string };

const programColumns = `id, name, origins, key_id AS keyId, public_key AS publicKey,
  private_key AS privateKey, write_token_hash AS writeTokenHash, created_at AS createdAt`;

/** A store in a SQLite file that openSqlite opened: one machine, many readers, one writer at a time. */
export function sqliteStore(db: Database): Store {
  const doing = async <T>(work: () => T) => onDisk(db.name, work);
  const putOnce = putting(db);
  return {
    putOnce: (submission, takenAt) => doing(() => putOnce(submission, takenAt)),
    has: (submission) => doing(() => has(db, submission)),
    submissions: (range) => doing(() => read(db, range)),
    keepWordings: (wordings, at) => doing(() => keepWordings(db, wordings, at)),
    knowsWording: (wording) => doing(() => knowsWording(db, wording)),
    addProgram: (program) => doing(() => addProgram(db, program)),
    program: (id) => doing(() => program(db, id)),
    programs: () => doing(() => programs(db)),
    knowsOrigin: (origin) => doing(() => knowsOrigin(db, origin)),
    claimAdmin: (tokenHash) => doing(() => claimAdmin(db, tokenHash)),
    adminTokenHash: () => doing(() => adminTokenHash(db)),
    revision: () => doing(() => revision(db)),
    close: () => doing(() => void db.close()),
  };
}

function putting(db: Database): (submission: Submission, takenAt: Date) => Kept {
  const insert = db.prepare(
    'INSERT INTO submissions (id, program, content, taken_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const find = db.prepare<[string], string>('SELECT content FROM submissions WHERE id = ?').pluck();
  const put = db.transaction((submission: Submission, takenAt: Date): Kept => {
    const content = canonicalJson(submission);
    const { id, program } = submission;
    if (insert.run(id, program, content, takenAt.toISOString()).changes === 1) return 'stored';
    return find.get(id) === content ? 'same' : 'different';
  });
  return put.immediate;
}

function has(db: Database, submission: Submission): boolean {
  const find = db.prepare('SELECT 1 FROM submissions WHERE id = ? AND content = ?');
  return find.get(submission.id, canonicalJson(submission)) !== undefined;
}

function read(db: Database, { program, after, limit }: Range): StoredSubmission[] {
  const rows = db
    .prepare<{ program: string | null; after: number; limit: number }, SubmissionRow>(
      program === undefined ? readAll : readProgram,
    )
    .all({ program: program ?? null, after, limit });
  return rows.map(({ place, content }) => ({
    place,
    submission: JSON.parse(content) as Submission,
  }));
}

const readAll =
  'SELECT place, content FROM submissions WHERE place > @after ORDER BY place LIMIT @limit';
const readProgram =
  'SELECT place, content FROM submissions WHERE program = @program AND place > @after ORDER BY place LIMIT @limit';

function addProgram(db: Database, { origins, ...program }: StoredProgram): boolean {
  const insert = db.prepare(
    `INSERT INTO programs
       (id, name, origins, key_id, public_key, private_key, write_token_hash, created_at)
     VALUES
       (@id, @name, @origins, @keyId, @publicKey, @privateKey, @writeTokenHash, @createdAt)
     ON CONFLICT (id) DO NOTHING`,
  );
  return insert.run({ ...program, origins: JSON.stringify(origins) }).changes === 1;
}

function program(db: Database, id: string): StoredProgram | undefined {
  const row = db
    .prepare<[string], ProgramRow>(`SELECT ${programColumns} FROM programs WHERE id = ?`)
    .get(id);
  return row && { ...row, origins: originsOf(row) };
}

function programs(db: Database): Program[] {
  const rows = db
    .prepare<[], Omit<Program, 'origins'> & { origins: string }>(
      'SELECT id, name, origins FROM programs ORDER BY id',
    )
    .all();
  return rows.map((row) => ({ ...row, origins: originsOf(row) }));
}

function originsOf({ origins }: { readonly origins: string }): string[] {
  return JSON.parse(origins) as string[];
}

function knowsOrigin(db: Database, origin: string): boolean {
  const find = db.prepare(
    'SELECT 1 FROM programs, json_each(programs.origins) WHERE json_each.value = ? LIMIT 1',
  );
  return find.get(origin) !== undefined;
}

function claimAdmin(db: Database, tokenHash: string): boolean {
  const insert = db.prepare(
    "INSERT INTO settings (name, value) VALUES ('admin-token-hash', ?) ON CONFLICT (name) DO NOTHING",
  );
  return insert.run(tokenHash).changes === 1;
}

function adminTokenHash(db: Database): string | undefined {
  return db
    .prepare<[], string>("SELECT value FROM settings WHERE name = 'admin-token-hash'")
    .pluck()
    .get();
}

// One counts what other connections wrote, the other what this one did.
function revision(db: Database): string {
  const others = db.pragma('data_version', { simple: true });
  const own = db.prepare('SELECT total_changes()').pluck().get();
  return `${String(others)}-${String(own)}`;
}
