import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPath } from './check-paths.js';

const fixtures = join(import.meta.dirname, '../../../../test/fixtures');
const folder = join(fixtures, 'wrong-definitions');
const expected = JSON.parse(
  readFileSync(join(fixtures, 'wrong-definitions-expected.json'), 'utf8'),
) as { [file: string]: { path: string; rule: string } };

test('there are thirty wrong definitions, each with its fault written down', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(expected).sort());
  expect(Object.keys(expected)).toHaveLength(30);
});

test.each(Object.entries(expected))('%s has its one fault found', async (name, { path, rule }) => {
  const file = join(folder, name);
  const { count, faults } = (await checkPath(file))!;
  expect(faults).toEqual([{ file, path, found: expect.any(String) as string, rule }]);
  expect(count).toBe(1);
});

test('a check of the whole folder finds all thirty', async () => {
  const { count, instruments, faults } = (await checkPath(folder))!;
  expect([count, instruments.length, faults.length]).toEqual([30, 0, 30]);
});
