import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseProgramKey, type ProgramKey, type Submission } from '@waymark/model';
import { createCollector, type Collector, type CollectorParts } from '../create-collector.js';
import { createProgram } from '../programs/create-program.js';
import { tokenHash } from '../programs/token.js';
import { openSqlite } from '../store/open-sqlite.js';
import { sqliteStore } from '../store/sqlite-store.js';
import type { Store } from '../store/store.js';
import { exampleLibrary } from './example-submission.js';
import { sealed } from './sealed.js';

/** The admin token of every bench. */
export const adminToken = 'admin-token-of-a-bench';

/** A page's origin that the first program names. */
export const pageOrigin = 'https://first.example';

/** A collector on a real SQLite file with two programs, and what a page of the first one does. */
export type Bench = {
  readonly file: string;
  readonly db: ReturnType<typeof openSqlite>;
  readonly store: Store;
  readonly collect: Collector;
  readonly first: ProgramKey;
  readonly second: ProgramKey;
  /** Seals a submission for the first program and puts it; a header set to null is left out. */
  readonly put: (
    submission: Submission,
    headers?: { readonly [name: string]: string | null },
  ) => Promise<Response>;
  readonly close: () => void;
};

/** Sets up a bench in a folder of its own; `close` removes it. */
export async function openBench(parts: Partial<CollectorParts> = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-collector-'));
  const file = join(folder, 'waymark.db');
  const db = openSqlite(file);
  const store = sqliteStore(db);
  await store.claimAdmin(tokenHash(adminToken));
  const first = await addProgram(store, 'first-program', [pageOrigin]);
  const second = await addProgram(store, 'second-program', ['https://second.example']);
  const collect = createCollector({ store, library: await exampleLibrary(), ...parts });
  return {
    file,
    db,
    store,
    collect,
    first,
    second,
    async put(submission, headers = {}) {
      const envelope = await sealed(submission, first.publicKey, submission);
      return collect(putRequest(submission.id, JSON.stringify(envelope), first, headers));
    },
    close() {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A page's PUT request as a browser on the first program's site sends it. */
export function putRequest(
  id: string,
  body: string | Uint8Array<ArrayBuffer>,
  { writeToken }: Pick<ProgramKey, 'writeToken'>,
  headers: { readonly [name: string]: string | null } = {},
): Request {
  const all = {
    authorization: `Bearer ${writeToken}`,
    'content-type': 'application/json',
    origin: pageOrigin,
    ...headers,
  };
  const kept = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null);
  const url = `https://collect.example/v1/submissions/${id}`;
  return new Request(url, { method: 'PUT', body, headers: kept });
}

/** A request with the admin token. */
export function adminRequest(path: string, authorization = `Bearer ${adminToken}`): Request {
  return new Request(`https://collect.example${path}`, { headers: { authorization } });
}

async function addProgram(store: Store, id: string, origins: string[]): Promise<ProgramKey> {
  const created = await createProgram(store, { id, name: `Program ${id}`, origins });
  if (!created.ok) throw new TypeError('addProgram requires a program that can be added');
  return parseProgramKey(created.value.key)!;
}
