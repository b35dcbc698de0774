import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkPath } from './check-paths.js';
import { run } from './new.js';

const quiet = { print: () => undefined, complain: () => undefined, now: new Date('2026-11-22') };

async function library(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'library-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a new folder passes the check, and says that nothing in it is verified', async () => {
  const folder = await library();
  expect(await run(['my-scale', '--in', folder], quiet)).toBe(0);
  const checked = await checkPath(join(folder, 'my-scale'));
  expect(checked?.faults).toEqual([]);
  expect(checked?.instruments[0]).toMatchObject({ id: 'my-scale', verified: false });
});

test('a folder that is there is left alone', async () => {
  const folder = await library();
  await run(['my-scale', '--in', folder], { ...quiet, now: new Date('2020-01-01') });
  const before = await readFile(join(folder, 'my-scale/instrument.json'), 'utf8');
  expect(await run(['my-scale', '--in', folder], quiet)).toBe(1);
  expect(await readFile(join(folder, 'my-scale/instrument.json'), 'utf8')).toBe(before);
});

test.each([[[]], [['My Scale']], [['../outside']], [['one', 'two']], [['x', '--into', 'y']]])(
  '%j is exit code 2',
  async (args) => expect(await run(args, quiet)).toBe(2),
);
