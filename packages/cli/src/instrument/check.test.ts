import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changed, example, exampleWording } from '../../../model/fixtures/example.js';
import { run } from './check.js';

/** What a run printed, complained about and gave as its exit code. */
async function outcome(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, {
    print: (line) => void printed.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { code, printed, complaints };
}

const nonCommercial = changed(example(), 'rights.class', 'non-commercial');
const keysOnly = changed(example(), 'rights.class', 'permission-required');
const rightCase = { instrument: 'example', answers: { 4: 3 }, expected: { days: 3 } };
const whole = {
  'example/instrument.json': example(),
  'example/wording/en.json': exampleWording(),
  'example/cases.json': [rightCase],
  'example/README.md': '# Example\n\nIt measures nothing at all.\n',
};

async function library(files: { [path: string]: unknown }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'library-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries({ ...whole, ...files })) {
    if (content === null) continue;
    await mkdir(join(folder, path, '..'), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(folder, path), text);
  }
  return folder;
}

test('the instruments that come with Waymark are without faults', async () => {
  const { code, printed, complaints } = await outcome();
  expect(printed).toEqual([expect.stringMatching(/^[1-9]\d+ instruments, 0 faults$/)]);
  expect([code, complaints]).toEqual([0, []]);
});

test('a library, a folder and a file can be checked', async () => {
  const folder = await library({});
  await cp(join(folder, 'example'), join(folder, 'second'), { recursive: true });
  const paths = ['', 'example', 'example/instrument.json'].map((path) => join(folder, path));
  const counts = await Promise.all(paths.map(async (path) => (await outcome(path)).printed.at(-1)));
  expect(counts).toEqual([
    '2 instruments, 1 fault',
    '1 instrument, 0 faults',
    '1 instrument, 0 faults',
  ]);
});

test.each<[why: string, files: { [path: string]: unknown }, line: string]>([
  [
    'a slip in the JSON',
    { 'example/instrument.json': '{\n  "id": "example",\n}' },
    'example/instrument.json: (whole): text, must be JSON: the slip is at line 3, column 1',
  ],
  [
    'JSON that breaks off',
    { 'example/instrument.json': '{\n  "id": "exam' },
    'example/instrument.json: (whole): text, must be JSON: the slip is at line 2, column 14',
  ],
  [
    'an id that is not the name of the folder',
    { 'example/instrument.json': changed(example(), 'id', 'sample') },
    'example/instrument.json: id: "sample", must be "example", the name of its folder: rename one of the two',
  ],
  [
    'a scale over an unknown item',
    { 'example/instrument.json': changed(example(), 'scales[0].items[1]', 'x') },
    'example/instrument.json: scales[0].items[1]: string, must name an item, not "x"',
  ],
  [
    'an item without a text',
    { 'example/wording/en.json': changed(exampleWording(), 'items.b', undefined) },
    'example/wording/en.json: items.b: nothing, must have a text',
  ],
  [
    'a second language that lacks an option',
    {
      'example/wording/es.json': changed(
        changed(exampleWording(), 'language', 'es'),
        'options.often.2',
        undefined,
      ),
    },
    'example/wording/es.json: options.often.2: nothing, must have a text',
  ],
  [
    'a wording named by another language',
    { 'example/wording/es.json': exampleWording() },
    `example/wording/es.json: language: "en", must be "es", as in the file's name`,
  ],
  [
    'a file among the wordings that is none',
    { 'example/wording/notes.txt': 'later' },
    'example/wording/notes.txt: (whole): file, must be a wording, named like en.json',
  ],
  [
    'non-commercial wording among what is bundled',
    { 'example/instrument.json': nonCommercial },
    'example/wording/en.json: (whole): wording, must stand in packs/non-commercial/example/wording, apart from what is bundled',
  ],
  [
    'wording that needs permission',
    { 'example/instrument.json': keysOnly },
    'example/wording/en.json: (whole): wording, must not be in the library (permission-required): the organisation brings its own wording pack',
  ],
  [
    'a worked example that the key contradicts',
    { 'example/cases.json': [rightCase, { ...rightCase, expected: { days: 4 } }] },
    'example/cases.json: [1].expected.days: 4, must be 3, what the key gives: correct the one its source contradicts',
  ],
  [
    'a worked example with an answer that is not on offer',
    { 'example/cases.json': [{ ...rightCase, answers: { 1: 7, 4: 3 } }] },
    'example/cases.json: [0].answers.a: another number, must be one of 0, 1, 2, 3',
  ],
  [
    'a worked example of another instrument',
    { 'example/cases.json': [{ ...rightCase, instrument: 'another' }] },
    'example/cases.json: [0].instrument: no such instrument, must be another',
  ],
  [
    'worked examples that are no list',
    { 'example/cases.json': {} },
    'example/cases.json: (whole): object, must be array',
  ],
  [
    'no worked examples',
    { 'example/cases.json': null },
    'example/cases.json: (whole): nothing, must be a list of worked examples',
  ],
  [
    'no README',
    { 'example/README.md': null },
    'example/README.md: (whole): nothing, must say what it measures, who made it and its limits',
  ],
])('%s is one fault', async (_, files, line) => {
  const folder = await library(files);
  const { code, printed } = await outcome(folder);
  expect(printed).toEqual([join(folder, line), '1 instrument, 1 fault']);
  expect(code).toBe(1);
});

test('an instrument that another never pools with, and does not say so itself, is one fault', async () => {
  const named = (id: string, other: string[]) =>
    changed(
      changed(example(), 'id', id),
      'neverPoolWith',
      other.map((instrument) => ({ instrument, why: 'Made up for tests' })),
    );
  const folder = (first: unknown, second: unknown) =>
    library({
      'example/instrument.json': first,
      'second/instrument.json': second,
      'second/README.md': '# Second',
      'second/cases.json': [{ ...rightCase, instrument: 'second' }],
    });
  const oneSided = await folder(named('example', []), named('second', ['example', 'elsewhere']));
  expect((await outcome(oneSided)).printed).toEqual([
    `${join(oneSided, 'example/instrument.json')}: neverPoolWith: nothing, must name "second", which names this one`,
    '2 instruments, 1 fault',
  ]);
  const both = await folder(named('example', ['second']), named('second', ['example']));
  expect((await outcome(both)).printed).toEqual(['2 instruments, 0 faults']);
});

const packed = (definition: unknown, wording: unknown = exampleWording()) => ({
  'example/instrument.json': definition,
  'example/wording/en.json': null,
  'packs/mine/LICENSE.md': 'terms',
  'packs/mine/pack.json': {
    name: 'A pack for tests',
    terms: 'LICENSE.md',
    permissions: [
      { instruments: ['example'], holder: 'nobody', evidence: 'made up', date: '2026-01-01' },
    ],
  },
  'packs/mine/example/wording/en.json': wording,
});

test('a non-commercial wording in a pack with its terms is right', async () => {
  const { code, printed } = await outcome(await library(packed(nonCommercial)));
  expect([code, printed]).toEqual([0, ['1 instrument, 0 faults']]);
});

test.each<[why: string, files: { [path: string]: unknown }, line: string]>([
  [
    'a pack without its terms',
    { ...packed(nonCommercial), 'packs/mine/LICENSE.md': null },
    'packs/mine/LICENSE.md: (whole): nothing, must hold the terms of use that are accepted',
  ],
  [
    'a pack that does not say whose it is',
    { ...packed(nonCommercial), 'packs/mine/pack.json': null },
    'packs/mine/pack.json: (whole): nothing, must say whose the wordings are: waymark wording new makes one',
  ],
  [
    'a packed wording that lacks an item',
    packed(nonCommercial, changed(exampleWording(), 'items.a', undefined)),
    'packs/mine/example/wording/en.json: items.a: nothing, must have a text',
  ],
  [
    'a packed wording that needs permission',
    packed(keysOnly),
    'packs/mine/example: (whole): folder, must not be in the library (permission-required)',
  ],
  [
    'a packed wording that may be bundled',
    packed(example()),
    'packs/mine/example: (whole): folder, must stand in example/wording (public-domain)',
  ],
  [
    'a packed wording of nothing known',
    { ...packed(nonCommercial), 'packs/mine/other/wording/en.json': exampleWording() },
    'packs/mine/other: (whole): folder, must be named by the id of an instrument, such as who-5',
  ],
])('%s is one fault', async (_, files, line) => {
  const folder = await library(files);
  expect((await outcome(folder)).printed).toEqual([join(folder, line), '1 instrument, 1 fault']);
});

const battery = { id: 'all', title: 'All of it', why: 'Made up for tests', ready: true };

test.each<[why: string, file: string, battery: unknown, line: string]>([
  [
    'minutes that are not the sum',
    'all.json',
    { ...battery, minutes: 9, instruments: ['example'] },
    'all.json: minutes: number, must be 1, the sum of its parts',
  ],
  [
    'an instrument nobody knows',
    'all.json',
    { ...battery, minutes: 1, instruments: ['nobody'] },
    'all.json: instruments[0]: string, must name an instrument, not "nobody"',
  ],
  [
    'an id that is not its file name',
    'other.json',
    { ...battery, minutes: 1, instruments: ['example'] },
    'other.json: id: "all", must be "other", as in the file\'s name',
  ],
])('a battery with %s is one fault', async (_, file, content, line) => {
  const folder = await library({ [`batteries/${file}`]: content });
  const { printed } = await outcome(folder);
  expect(printed).toEqual([join(folder, 'batteries', line), '1 instrument, 1 fault']);
});

test('a path that is not there is exit code 2, and nothing is checked', async () => {
  const folder = await library({});
  const [nowhere, there] = [join(folder, 'nowhere'), join(folder, 'example')];
  expect(await outcome(there, nowhere)).toEqual({
    code: 2,
    printed: [],
    complaints: [`${nowhere}: (whole): nothing, must be a file or a folder`],
  });
});

test('a folder without any definition is a fault, never clean', async () => {
  const folder = await library({});
  const { code, printed } = await outcome(join(folder, 'example/wording/..', 'wording'));
  expect(code).toBe(1);
  expect(printed.length).toBeGreaterThan(1);
  await mkdir(join(folder, 'empty'));
  expect((await outcome(join(folder, 'empty'))).code).toBe(1);
});

const reading = (file: string) =>
  expect.stringMatching(new RegExp(`example/${file}.*: reading grade -?\\d+\\.\\d$`)) as string;

test('of one instrument the grade of our own texts is always reported, of its wording if it is ours', async () => {
  const wording = changed(exampleWording(), 'status', 'own');
  const ours = await library({ 'example/wording/en.json': wording });
  const folder = join(ours, 'example');
  const lines = [reading('instrument.json: measures'), reading('README.md')];
  expect((await outcome(folder)).printed).toEqual([
    ...lines,
    reading('wording/en.json'),
    '1 instrument, 0 faults',
  ]);
  expect((await outcome(ours)).printed).toEqual(['1 instrument, 0 faults']);
  const theirs = await library({});
  expect((await outcome(join(theirs, 'example'))).printed).toEqual([
    ...lines,
    '1 instrument, 0 faults',
  ]);
});

test('--reading reports the grade of our own texts and changes no outcome', async () => {
  const folder = await library({});
  const { code, printed } = await outcome(folder, '--reading');
  expect(code).toBe(0);
  expect(printed).toEqual([
    expect.stringMatching(/example\/instrument\.json: measures: reading grade -?\d+\.\d$/),
    expect.stringMatching(/example\/README\.md: reading grade -?\d+\.\d$/),
    '1 instrument, 0 faults',
  ]);
});

test('an option that is not known is exit code 2, and help is 0', async () => {
  expect((await outcome('--lenient')).code).toBe(2);
  const help = await outcome('--help');
  expect([help.code, help.complaints]).toEqual([0, []]);
  expect(help.printed[0]).toContain('Usage: waymark instrument check');
});
