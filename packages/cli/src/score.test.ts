import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from './score.js';

/** What a run printed, complained about and gave as its exit code. */
async function outcome(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, {
    print: (line) => void printed.push(line),
    complain: (line) => void complaints.push(...line.split('\n')),
  });
  return { code, printed, complaints };
}

async function folderWith(files: { [name: string]: unknown }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cases-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const days = (answer: number | null, expected: number | null) => ({
  instrument: 'cdc-hrqol-4',
  version: '',
  answers: { 2: answer },
  expected: { 'physically-unhealthy-days': expected },
});

test('all examples of all instruments agree with the library', async () => {
  const { code, printed, complaints } = await outcome();
  expect(complaints).toEqual([]);
  expect(printed).toHaveLength(1);
  expect(printed[0]).toMatch(/^[1-9]\d* cases, 0 mismatches$/);
  expect(code).toBe(0);
});

test('a file that agrees', async () => {
  const folder = await folderWith({ 'mine.json': [days(3, 3), days(null, null)] });
  expect(await outcome('--cases', join(folder, 'mine.json'))).toEqual({
    code: 0,
    printed: ['2 cases, 0 mismatches'],
    complaints: [],
  });
});

test('names file, case, scale, what was expected and what came', async () => {
  const folder = await folderWith({ 'mine.json': [days(3, 3), days(3, 4), days(null, 0)] });
  const file = join(folder, 'mine.json');
  expect(await outcome('--cases', file)).toEqual({
    code: 1,
    printed: [
      `${file}: [1] cdc-hrqol-4 physically-unhealthy-days: expected 4, got 3`,
      `${file}: [2] cdc-hrqol-4 physically-unhealthy-days: expected 0, got none (0 of 1 answered)`,
      '3 cases, 2 mismatches',
    ],
    complaints: [],
  });
});

test('takes several files, and folders with cases.json in them or one level down', async () => {
  const folder = await folderWith({
    'mine.json': [days(1, 1)],
    'one/cases.json': [days(1, 1)],
    'many/a/cases.json': [days(1, 1)],
    'many/b/cases.json': [days(1, 1), days(2, 2)],
    'many/c/instrument.json': {},
  });
  const paths = ['mine.json', 'one', 'many'].map((name) => join(folder, name));
  expect((await outcome('--cases', ...paths)).printed).toEqual(['5 cases, 0 mismatches']);
  expect((await outcome(...paths)).printed).toEqual(['5 cases, 0 mismatches']);
});

test.each<[content: unknown, fault: string]>([
  ['{', '(whole): text, must be JSON'],
  ['', '(whole): text, must be JSON'],
  [{}, '(whole): object, must be a list of cases'],
  ['"phq-9"', '(whole): string, must be a list of cases'],
])('a file that holds %j is not scored', async (content, fault) => {
  const folder = await folderWith({ 'mine.json': content, 'right.json': [days(1, 1)] });
  const file = join(folder, 'mine.json');
  const { code, printed, complaints } = await outcome('--cases', join(folder, 'right.json'), file);
  expect(code).toBe(2);
  expect(printed).toEqual([]);
  expect(complaints).toEqual([`${file}: ${fault}`, 'Nothing was scored.']);
});

test.each<[slip: object, line: string]>([
  [{ instrument: 'anything' }, 'anything instrument: expected anything, got no such instrument'],
  [{ instrument: 'k10' }, 'k10 instrument: expected k10, got several: k10-au, k10-us; name one'],
  [{ instrument: 'PAM' }, 'PAM instrument: expected PAM, got left out on purpose: Proprietary'],
  [{ instrument: 7 }, 'instrument: number, must be string'],
  [{ expected: [1] }, 'expected: list, must be record'],
  [{ answers: 'three' }, 'answers: string, must have one of the allowed forms'],
  [{ answers: { 2: 'three' } }, 'cdc-hrqol-4 answers.2: expected a number or a label'],
  [
    { answers: [0, 3, 0, 0, 0] },
    'cdc-hrqol-4 answers: expected answers by item number, got a list',
  ],
  [
    { version: '0.9' },
    'cdc-hrqol-4 version: expected 0.9, got 1.0.0, and versions are never mixed',
  ],
])('a case with %j is one mismatch, and the others are scored', async (slip, line) => {
  const folder = await folderWith({ 'mine.json': [days(1, 1), { ...days(1, 1), ...slip }] });
  const file = join(folder, 'mine.json');
  const { code, printed, complaints } = await outcome('--cases', file);
  expect([code, complaints]).toEqual([1, []]);
  expect(printed).toEqual([
    expect.stringContaining(`${file}: [1] ${line}`),
    '2 cases, 1 mismatches',
  ]);
});

test('cases may stand under "cases", after a byte order mark, or be none at all', async () => {
  const folder = await folderWith({
    'under.json': { cases: [days(1, 1)] },
    'marked.json': `\uFEFF${JSON.stringify([days(1, 1)])}`,
    'none.json': [],
  });
  const paths = ['under.json', 'marked.json', 'none.json'].map((name) => join(folder, name));
  expect(await outcome('--cases', ...paths)).toEqual({
    code: 0,
    printed: ['2 cases, 0 mismatches'],
    complaints: [],
  });
});

test('a file or folder that is not there, or holds no cases, is named', async () => {
  const folder = await folderWith({ 'empty/readme.txt': '' });
  const [nowhere, empty] = [join(folder, 'nowhere.json'), join(folder, 'empty')];
  expect(await outcome('--cases', nowhere, empty)).toEqual({
    code: 2,
    printed: [],
    complaints: [
      `${nowhere}: (whole): nothing, must be a file of cases or a folder with cases.json`,
      `${empty}: (whole): folder, must hold cases.json`,
      'Nothing was scored.',
    ],
  });
});

test('wrong instruments are told with their file and path', async () => {
  const folder = await folderWith({ 'broken/instrument.json': '[]' });
  const complaints: string[] = [];
  const code = await run([], {
    folder,
    print: () => undefined,
    complain: (line) => void complaints.push(line),
  });
  expect(code).toBe(2);
  expect(complaints[0]).toContain(
    `${join(folder, 'broken/instrument.json')}: (whole): list, must be object`,
  );
});

test('an option that is not known, and help', async () => {
  const unknown = await outcome('--case', 'x.json');
  expect([unknown.code, unknown.printed]).toEqual([2, []]);
  expect(unknown.complaints[0]).toBe('Usage: waymark score [--cases FILE...]');
  const help = await outcome('--help');
  expect([help.code, help.complaints]).toEqual([0, []]);
  expect(help.printed).toEqual(unknown.complaints);
});
