import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createCollector,
  handedOut,
  makeToken,
  openSqlite,
  readInstruments,
  readSupportFile,
  serve,
  sqliteStore,
  tokenHash,
  wordingNames,
  type InstrumentLibrary,
  type Serving,
  type Store,
} from '@waymark/collector';
import { embedScript } from '../embed-script.js';
import { reportOf } from '../report-of.js';
import { packFolder } from '../wording/pack-folder.js';
import type { World } from '../world.js';

/** What `waymark collect` was asked for. */
export type CollectOptions = {
  /** The database file. */
  readonly data: string;
  /** The port to listen on; 0 for any free one. */
  readonly port: number;
  readonly host: string;
  /** A folder of instruments; those that come with Waymark when undefined. */
  readonly instruments: string | undefined;
  /** A file with what the support panel says; Waymark's own words when undefined. */
  readonly support: string | undefined;
  /** Wording packs: folders, or names of packs that come with Waymark. */
  readonly wording: readonly string[];
};

/** How the command is used. */
export const collectUsage = `Usage: waymark collect [--data FILE] [--port PORT] [--host HOST] [--instruments FOLDER] [--support FILE] [--wording FOLDER]...

Takes submissions, keeps them in one file and serves the check-in pages and the report.

  --data FILE            the database (./waymark.db unless set); made when it is not there
  --port PORT            8787 unless set; 0 for any free one
  --host HOST            127.0.0.1 unless set: this machine only
  --instruments FOLDER   other instruments than those that come with Waymark
  --support FILE         what the support panel says in place of Waymark's own words, in the form of
                         instruments/support/en.json
  --wording FOLDER       a wording pack whose terms were accepted; may be given several times;
                         non-commercial is the one that comes with Waymark`;

const ours = fileURLToPath(new URL('../../../../instruments/', import.meta.url));

/** Opens the database, listens, and says where and what comes next; throws when it cannot. */
export async function startCollecting(
  { data, port, host, instruments = ours, support, wording }: CollectOptions,
  { print, complain }: World,
): Promise<{ readonly stop: () => Promise<void> }> {
  const library = await readInstruments(instruments, {
    packs: wording.map(packFolder),
    ...(support !== undefined && { support: await readSupportFile(support) }),
  });
  const script = await embedScript();
  const store = sqliteStore(openSqlite(resolve(data)));
  try {
    const pages = handedOut(library);
    await store.keepWordings(wordingNames(pages), new Date());
    const collector = createCollector({
      store,
      library,
      script,
      report: reportOf(library),
      failed: (error) => complain(error.message),
    });
    const serving = await serve(collector, { port, host });
    (await introduction({ store, serving, data, library })).forEach(print);
    return { stop: () => stop(serving, store) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function stop(serving: Serving, store: Store): Promise<void> {
  await serving.stop();
  await store.close();
}

type Started = {
  readonly store: Store;
  readonly serving: Serving;
  readonly data: string;
  readonly library: InstrumentLibrary;
};

async function introduction({ store, serving, data, library }: Started): Promise<string[]> {
  const { url } = serving;
  const token = makeToken(32);
  const claimed = await store.claimAdmin(tokenHash(token));
  const programs = await store.programs();
  return [
    `Collecting at ${url}`,
    `  check-in pages  ${url}/p/PROGRAM`,
    `  report          ${url}/report   (user admin, password: the admin token)`,
    `  database        ${resolve(data)}`,
    ...packedLine(library),
    ...(claimed
      ? ['', 'The admin token, shown this once; whoever has it reads everything:', '', `  ${token}`]
      : []),
    ...(programs.length === 0
      ? [
          '',
          'There is no program yet. This adds one:',
          '',
          `  waymark program add --data ${data} --id my-program --name "My Program" --origin https://example.org`,
        ]
      : []),
  ];
}

function packedLine({ packed = [] }: InstrumentLibrary): string[] {
  if (packed.length === 0) return [];
  return [
    `  wording packs   ${packed.map(({ id, language }) => `${id} (${language})`).join(', ')}`,
  ];
}
