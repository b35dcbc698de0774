import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseProgramKey } from '@waymark/model';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { run } from './program.js';

let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-program-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = join(folder, 'waymark.db');
});

async function program(...args: string[]) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, {
    print: (line) => lines.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, text: lines.join('\n'), complaints };
}

const good = (...more: string[]) => [
  ...['add', '--data', file, '--id', 'my-program', '--name', 'My Program'],
  ...['--origin', 'https://example.org', ...more],
];

test('adding a program prints what to paste, with a key that is one', async () => {
  const { code, text } = await program(...good('--collector', 'https://collect.example.org/'));
  expect(code).toBe(0);
  const snippet = /<script[^]*<\/waymark-check-in>/.exec(text)![0];
  const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(snippet)?.[1];
  expect(attribute('src')).toBe('https://collect.example.org/waymark.js');
  expect(attribute('collector')).toBe('https://collect.example.org');
  expect(attribute('program')).toBe('my-program');
  expect(parseProgramKey(attribute('key')!)).not.toBeNull();
  expect(text).toContain(`https://collect.example.org/p/my-program#${attribute('key')}`);
});

test('the programs are listed with their origins, without keys', async () => {
  await program(...good('--origin', 'https://www.example.org'));
  const { code, text } = await program('list', '--data', file);
  expect([code, text]).toEqual([
    0,
    'my-program  My Program  https://example.org https://www.example.org',
  ]);
});

test('a program that is there already is refused', async () => {
  await program(...good());
  const { code, complaints, text } = await program(...good());
  expect([code, complaints, text]).toEqual([
    1,
    ['--id must be new: there is a program "my-program" already.'],
    '',
  ]);
});

test('listing what is not there makes no file', async () => {
  const { code, complaints } = await program('list', '--data', file);
  expect([code, complaints]).toEqual([
    1,
    [`${file} is not there: name the collector's database with --data.`],
  ]);
  expect(existsSync(file)).toBe(false);
});

test.each([
  [['--id', 'My Program'], /^--id must match/],
  [['--name', ''], /^--name must have at least 2 characters\.$/],
  [['--origin', 'https://example.org/page'], /^--origin must be an origin such as/],
  [['--origin', 'http://example.org'], /^--origin must be an origin such as/],
])('%j is refused by the name of the option', async (more, sentence) => {
  const { code, complaints } = await program(...good(...more));
  expect([code, complaints]).toEqual([1, [expect.stringMatching(sentence)]]);
});

test.each<[string[], RegExp]>([
  [[], /^Say add or list\./],
  [['remove'], /^Say add or list\./],
  [['add', '--id', 'my-program', '--name', 'My Program'], /^add needs at least one --origin\./],
  [['list', '--all'], /^Unknown option '--all'/],
  [['add', '--origin', 'https://a.example', '--collector', 'collect'], /^--collector must be/],
])('%j ends with the usage and exit code 2', async (args, sentence) => {
  const { code, complaints } = await program(...args);
  expect(code).toBe(2);
  expect(complaints[0]).toMatch(sentence);
  expect(complaints[0]).toContain('Usage: waymark program add');
});
