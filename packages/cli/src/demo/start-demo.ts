import { mkdtemp, mkdir, access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createCollector,
  createProgram,
  makeToken,
  openSqlite,
  readInstruments,
  serve,
  sqliteStore,
  tokenHash,
  type InstrumentLibrary,
  type Store,
} from '@waymark/collector';
import { embedScript } from '../embed-script.js';
import { reportOf } from '../report-of.js';
import { simulatedPrograms } from '../simulate.js';
import { startDemoSite, type DemoSite } from './demo-site.js';
import type { KeysByProgram } from './send-submissions.js';

const first = 'mhsip-social-connectedness';

/** A collector with three simulated programs and a web site with a check-in, both listening. */
export type Demo = {
  readonly library: InstrumentLibrary;
  readonly collector: string;
  readonly site: DemoSite;
  readonly keys: KeysByProgram;
  readonly adminToken: string;
  readonly database: string;
  readonly stop: () => Promise<void>;
};

/** Makes an empty database in a folder and starts everything around it. */
export async function startDemo({
  data,
  port,
}: {
  readonly data: string | undefined;
  readonly port: number;
}): Promise<Demo> {
  const library = await readInstruments(
    fileURLToPath(new URL('../../../../instruments/', import.meta.url)),
  );
  const script = await embedScript();
  const database = await newDatabase(data);
  const store = sqliteStore(openSqlite(database));
  const site = await startDemoSite(shown(library));
  const report = reportOf(library, { simulated: true });
  const serving = await serve(createCollector({ store, library, report, script }), { port });
  const keys = await addPrograms(store, [site.url, serving.url]);
  const adminToken = makeToken(16);
  await store.claimAdmin(tokenHash(adminToken));
  const [program] = simulatedPrograms;
  site.show({ program: program!.id, collector: serving.url, key: keys.get(program!.id)! });
  return {
    library,
    collector: serving.url,
    site,
    keys,
    adminToken,
    database,
    stop: async () => {
      await Promise.all([site.stop(), serving.stop()]);
      await store.close();
    },
  };
}

/** What the check-in page offers, the shortest to try first. */
function shown({ shipped }: InstrumentLibrary): InstrumentLibrary['shipped'] {
  return shipped.toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
}

async function newDatabase(folder: string | undefined): Promise<string> {
  if (folder === undefined)
    return join(await mkdtemp(join(tmpdir(), 'waymark-demo-')), 'waymark.db');
  await mkdir(folder, { recursive: true });
  const file = join(resolve(folder), 'waymark.db');
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) throw new Error(`${file} is there already. Name a folder that holds no waymark.db.`);
  return file;
}

async function addPrograms(store: Store, origins: readonly string[]): Promise<KeysByProgram> {
  const keys = new Map<string, string>();
  for (const { id, name } of simulatedPrograms) {
    const made = await createProgram(store, { id, name, origins });
    if (!made.ok)
      throw new Error(made.faults.map(({ path, rule }) => `${path} ${rule}`).join('; '));
    keys.set(id, made.value.key);
  }
  return keys;
}
