import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readInstruments } from '@waymark/collector';
import { parseProgramKey } from '@waymark/model';
import { seal } from '@waymark/outbox';
import { score } from '@waymark/scoring';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { run } from './collect.js';
import { packCopy } from '../fixtures/pack-copy.js';
import { run as runProgram } from './program.js';
import { simulate } from './simulate.js';
import { run as accept } from './wording/accept.js';

const instruments = new URL('../../../instruments/', import.meta.url);
const admin = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-collect-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  file = join(folder, 'waymark.db');
});

/** Runs the command until `end` is called; `lines` and `complaints` are what it said so far. */
async function start(...args: string[]) {
  const lines: string[] = [];
  const complaints: string[] = [];
  let end = () => {};
  const asked = new Promise<void>((resolve) => (end = resolve));
  const code = run(['--port', '0', ...args], {
    print: (line) => lines.push(line),
    complain: (line) => complaints.push(line),
    asked: () => asked,
  });
  await expect.poll(() => [...lines, ...complaints].length).toBeGreaterThan(0);
  const text = lines.join('\n');
  return {
    text,
    complaints,
    url: /http:\/\/[\d.:]+/.exec(text)?.[0] ?? '',
    token: /^ {2}([\w-]{43})$/m.exec(text)?.[1] ?? '',
    async end() {
      end();
      return code;
    },
  };
}

async function addProgram(): Promise<string> {
  const lines: string[] = [];
  const args = ['--data', file, '--id', 'simulated-a', '--name', 'Program A'];
  await runProgram(['add', ...args, '--origin', 'https://a.example'], {
    print: (line) => lines.push(line),
    complain: (line) => lines.push(line),
  });
  return /wm1\.[\w.-]+/.exec(lines.join('\n'))![0];
}

test('the first start makes the file, gives the admin token and says how to add a program', async () => {
  const collecting = await start('--data', file);
  expect(existsSync(file)).toBe(true);
  expect(collecting.token).not.toBe('');
  expect(collecting.text).toContain(`waymark program add --data ${file} --id my-program`);
  expect(await collecting.end()).toBe(0);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('a later start gives no token, and the first one still opens the report', async () => {
  const first = await start('--data', file);
  await first.end();
  await addProgram();
  const second = await start('--data', file);
  expect(second.token).toBe('');
  expect(second.text).not.toContain('program add');
  const response = await fetch(`${second.url}/v1/submissions`, admin(first.token));
  expect(response.status).toBe(200);
  await second.end();
});

test('what the outbox seals is taken and is in the report at once', async () => {
  const collecting = await start('--data', file);
  const key = parseProgramKey(await addProgram())!;
  const [submission] = simulate({ peopleInEach: 1 }, await readInstruments(instruments));
  const taken = { ...submission!, program: 'simulated-a' };
  const response = await fetch(`${collecting.url}/v1/submissions/${taken.id}`, {
    method: 'PUT',
    body: JSON.stringify(await seal(taken, key.publicKey)),
    headers: { authorization: `Bearer ${key.writeToken}`, 'content-type': 'application/json' },
  });
  expect([response.status, await response.text()]).toEqual([204, '']);
  const page = await fetch(`${collecting.url}/report`, admin(collecting.token));
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Program A')]);
  const json = await fetch(`${collecting.url}/report.json`, admin(collecting.token));
  expect(await json.json()).toMatchObject({ programs: [{ id: 'simulated-a', name: 'Program A' }] });
  await collecting.end();
});

test.each<[string, () => string[] | Promise<string[]>, RegExp]>([
  [
    'in a folder that is not there',
    () => ['--data', join(file, 'waymark.db')],
    /waymark\.db cannot be written: check that its folder exists/,
  ],
  [
    'on a file that is no database',
    () => {
      writeFileSync(file, 'a letter to somebody, and no database at all. '.repeat(20));
      return ['--data', file];
    },
    /is not a database: name another file/,
  ],
  [
    'without instruments',
    () => ['--data', file, '--instruments', '/nowhere'],
    /^\/nowhere: \(whole\): nothing, must be a folder of instruments$/,
  ],
  [
    'with a wording pack whose terms nobody has accepted',
    async () => ['--data', file, '--wording', await packCopy()],
    /pack: its terms have not been accepted yet\. Read and accept them: waymark wording accept "/,
  ],
  [
    'with a wording pack that lacks a text',
    async () => {
      const pack = await acceptedPack();
      const wording = join(pack, 'who-5/wording/en.json');
      const text = readFileSync(wording, 'utf8');
      writeFileSync(wording, text.replace('"I have felt calm and relaxed"', '""'));
      return ['--data', file, '--wording', pack];
    },
    /who-5\/wording\/en\.json: items\.i2\.text: empty, must be the text of item 2$/,
  ],
  [
    'with a wording pack that is not there',
    () => ['--data', file, '--wording', '/nowhere/pack'],
    /^\/nowhere\/pack: \(whole\): nothing, must be the folder of a wording pack/,
  ],
  [
    'on an address of another machine',
    () => ['--data', file, '--host', '203.0.113.1'],
    /does not have the address given with --host/,
  ],
  [
    'on a port that is taken',
    async () => {
      const server = createServer();
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      onTestFinished(() => void server.close());
      return ['--data', file, '--port', String((server.address() as AddressInfo).port)];
    },
    /^Port \d+ is in use by another program: end that program or choose another port/,
  ],
])('a start %s ends with one sentence and exit code 1', async (_, args, sentence) => {
  const { end, complaints, text } = await start(...(await args()));
  expect(await end()).toBe(1);
  expect(complaints).toEqual([expect.stringMatching(sentence)]);
  expect(text).toBe('');
});

async function acceptedPack(): Promise<string> {
  const pack = await packCopy();
  const quiet = { print: () => undefined, complain: () => undefined };
  expect(await accept([pack, '--role', 'Keeper of the tests'], quiet)).toBe(0);
  return pack;
}

test('the wordings of an accepted pack are said, handed out and offered, and without it they are not', async () => {
  await addProgram();
  const asked = async (url: string) => {
    const response = await fetch(`${url}/v1/instruments/who-5.en.json`);
    const page = await (await fetch(`${url}/p/simulated-a`)).text();
    return { body: (await response.json()) as object, offered: page.includes('value="who-5"') };
  };
  const collecting = await start('--data', file, '--wording', await acceptedPack());
  expect(collecting.text).toMatch(/ {2}wording packs {3}.*who-5 \(en\)/);
  expect(await asked(collecting.url)).toMatchObject({
    body: {
      id: 'who-5',
      items: [{ text: 'I have felt cheerful and in good spirits' }, {}, {}, {}, {}],
    },
    offered: true,
  });
  await collecting.end();
  const without = await start('--data', file);
  expect(without.text).not.toContain('wording packs');
  expect(await asked(without.url)).toMatchObject({
    body: { reason: 'wording-needed', holder: 'World Health Organization' },
    offered: false,
  });
  await without.end();
});

test('answers to a pack that has been taken away since are still taken', async () => {
  const pack = await acceptedPack();
  const { instruments: known, packed } = await readInstruments(instruments, { packs: [pack] });
  const {
    version,
    language,
    contentHash,
    key: scoring,
  } = packed!.find(({ id }) => id === 'who-5')!;
  expect(known.map(({ id }) => id)).toContain('who-5');
  const key = parseProgramKey(await addProgram())!;
  const answers = { i1: 5, i2: 4, i3: 3, i4: 2, i5: 1 };
  const submission = {
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    program: 'simulated-a',
    participant: 'CODE-0001',
    timepoint: 'baseline',
    instrument: 'who-5',
    version,
    language,
    contentHash,
    answers,
    scores: score(scoring, answers),
    completedAt: '2026-03-01T10:15:00.000Z',
  };
  const put = async (url: string) => {
    const response = await fetch(`${url}/v1/submissions/${submission.id}`, {
      method: 'PUT',
      body: JSON.stringify(await seal(submission, key.publicKey)),
      headers: { authorization: `Bearer ${key.writeToken}`, 'content-type': 'application/json' },
    });
    return response.status;
  };
  const never = await start('--data', file);
  expect(await put(never.url)).toBe(422);
  await never.end();
  await (await start('--data', file, '--wording', pack)).end();
  const since = await start('--data', file);
  expect(await put(since.url)).toBe(204);
  await since.end();
});

test("a program's own support panel is what its pages get", async () => {
  const support = `${file}-support.json`;
  const own = { language: 'en', heading: 'We are here', text: 'Call us.' };
  writeFileSync(support, JSON.stringify({ ...own, contacts: [] }));
  const refused = await start('--data', file, '--support', support);
  expect(await refused.end()).toBe(1);
  expect(refused.complaints[0]).toContain(`${support}: contacts: list, `);
  const contacts = [{ name: 'Riverside warmline', how: 'Call 555-0100', href: 'tel:555-0100' }];
  writeFileSync(support, JSON.stringify({ ...own, contacts }));
  const collecting = await start('--data', file, '--support', support);
  const response = await fetch(`${collecting.url}/v1/instruments/phq-9.en.json`);
  expect(await response.json()).toMatchObject({ support: { ...own, contacts } });
  await collecting.end();
});

test('a start that failed has not used up the admin token', async () => {
  await (await start('--data', file, '--host', '203.0.113.1')).end();
  const collecting = await start('--data', file);
  expect(collecting.token).not.toBe('');
  await collecting.end();
});

test.each([
  [['--port', 'http'], /^--port must be a whole number from 0 to 65535\./],
  [['--port', '65536'], /^--port must be a whole number from 0 to 65535\./],
  [['--dta', 'x'], /^Unknown option '--dta'/],
  [['now'], /^Unexpected argument 'now'/],
])('%j ends with the usage and exit code 2', async (args, sentence) => {
  const { end, complaints } = await start(...args);
  expect(await end()).toBe(2);
  expect(complaints[0]).toMatch(sentence);
  expect(complaints[0]).toContain('Usage: waymark collect');
});

// This and the embed need what npm run build makes, as npm test does first.
test('a process that is told to end closes its database and exits with 0', async () => {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  const spawned = spawn(process.execPath, [main, 'collect', '--port', '0', '--data', file]);
  const exit = new Promise((resolve) => spawned.once('exit', (code) => resolve(code)));
  await Promise.race([exit, new Promise((ready) => spawned.stdout.once('data', ready))]);
  expect(existsSync(`${file}-wal`)).toBe(true);
  spawned.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(existsSync(`${file}-wal`)).toBe(false);
});
