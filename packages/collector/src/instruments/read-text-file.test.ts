import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTextFile } from './read-text-file.js';

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-text-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'en.json');
}

test.each(['', '\uFEFF'])('a text is read as it was saved, after the mark %j too', async (mark) => {
  const file = await place();
  await writeFile(file, `${mark}¿Qué tal, señora?`);
  expect(await readTextFile(file)).toEqual({ value: '¿Qué tal, señora?', faults: [] });
});

test('there is nothing where there is no file', async () => {
  expect(await readTextFile(await place())).toBeUndefined();
});

test.each(['latin1', 'utf16le'] as const)('a text saved in %s is refused', async (encoding) => {
  const file = await place();
  await writeFile(file, Buffer.from('¿Qué tal, señora? 🌱', encoding));
  expect(await readTextFile(file)).toEqual({
    faults: [{ file, path: '(whole)', found: 'file', rule: 'must be saved as UTF-8' }],
  });
});

test('a folder of that name is refused', async () => {
  const file = await place();
  await mkdir(file);
  expect(await readTextFile(file)).toMatchObject({
    faults: [{ file, rule: 'must be a file, not a folder' }],
  });
});
