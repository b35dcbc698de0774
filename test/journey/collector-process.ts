import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInstruments } from '@waymark/collector';
import type { Submission } from '@waymark/model';
import type { Report } from '@waymark/outcomes';
import { sendSubmissions } from '../../packages/cli/src/demo/send-submissions.js';
import { simulate } from '../../packages/cli/src/simulate.js';

/** The one line of the greeting that is the token and nothing else. */
const adminToken = /^ {2}([\w-]{43})$/m;
const cli = join(import.meta.dirname, '../../packages/cli/dist/main.js');

/** A real collector in a process of its own, with one program. */
export type CollectorProcess = {
  readonly port: number;
  /** The program's key, as a page carries it. */
  readonly key: string;
  /** Every submission it has stored, in the order they came. */
  submissions(): Promise<Submission[]>;
  /** How many people the report says are enrolled; throws while it withholds that. */
  enrolled(): Promise<number>;
  /** Hands in so many simulated people's first check-ins, so that the report may show a count. */
  enrol(people: number): Promise<void>;
  stop(): Promise<void>;
};

/** Makes a database with one program that takes answers from `origin`, and starts a collector on it. */
export async function startCollector(origin: string): Promise<CollectorProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-collector-'));
  const database = join(folder, 'waymark.db');
  const key = addProgram(database, origin);
  const spawned = spawn(process.execPath, [cli, 'collect', '--data', database, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => spawned.once('exit', () => resolve()));
  const said = await until(spawned.stdout, (text) => adminToken.test(text));
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(said)![1]);
  const token = adminToken.exec(said)![1]!;
  const read = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response;
  };
  return {
    port,
    key,
    async submissions() {
      const answer = await read('/v1/submissions?program=riverside');
      return ((await answer.json()) as { submissions: Submission[] }).submissions;
    },
    async enrolled() {
      const report = (await (await read('/report.json')).json()) as Report;
      const { enrolled } = report.instruments[0]!.scales[0]!.programs[0]!;
      if (enrolled.withheld) throw new Error('the report withholds how many people are enrolled');
      return enrolled.count;
    },
    async enrol(people) {
      const library = await readInstruments(join(import.meta.dirname, '../../instruments'));
      const programs = [{ id: 'riverside', name: 'Simulated', gain: 0 }];
      const first = simulate({ programs, peopleInEach: people }, library).filter(
        ({ instrument, timepoint }) =>
          instrument === 'mhsip-social-connectedness' && timepoint === 'baseline',
      );
      await sendSubmissions(first, {
        collector: `http://127.0.0.1:${port}`,
        keys: new Map([['riverside', key]]),
      });
    },
    async stop() {
      spawned.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addProgram(database: string, origin: string): string {
  const args = ['program', 'add', '--data', database, '--id', 'riverside', '--name', 'Riverside'];
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--origin', origin], {
    encoding: 'utf8',
  });
  const key = /wm1\.[\w-]{22}\.[\w-]{87}/.exec(stdout)?.[0];
  if (!key) throw new Error(`waymark program add gave no key: ${stdout}${stderr}`);
  return key;
}

function until(stream: NodeJS.ReadableStream, enough: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (enough(text)) resolve(text);
    });
    stream.on('end', () => reject(new Error(`ended after: ${text}`)));
  });
}
