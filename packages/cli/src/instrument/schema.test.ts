import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryFolder } from './library-folder.js';
import { run, schemaText } from './schema.js';

test.each(['instrument', 'wording', 'battery', 'wording-pack'] as const)(
  '%s.schema.json in the library is up to date',
  async (name) => {
    const file = readFileSync(join(libraryFolder, `${name}.schema.json`), 'utf8');
    expect(file).toBe(`${schemaText(name)}\n`);
  },
);

test('the schema of a definition asks for what a definition must have', () => {
  const schema = JSON.parse(schemaText('instrument')) as { required: string[] };
  expect(schema.required).toEqual(expect.arrayContaining(['id', 'rights', 'items', 'scales']));
});

test('prints the schema asked for; another is exit code 2', async () => {
  const printed: string[] = [];
  const world = { print: (line: string) => void printed.push(line), complain: () => undefined };
  expect(await run(['wording'], world)).toBe(0);
  expect(printed).toEqual([schemaText('wording')]);
  expect(await run(['answers'], world)).toBe(2);
  expect(await run(['constructor'], world)).toBe(2);
});
