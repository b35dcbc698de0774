import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcome, packCopy } from '../../fixtures/pack-copy.js';
import { run as accept } from './accept.js';
import { run } from './check.js';

const whole = /^[4-9] wordings, 0 faults$/;

test('a whole pack whose terms are accepted can be used', async () => {
  const pack = await packCopy();
  const before = await outcome(run, [pack], {});
  expect([before.code, before.printed.slice(-2)]).toEqual([
    1,
    [
      expect.stringMatching(whole),
      `Terms not accepted yet: waymark wording accept "${pack}" --role "YOUR ROLE"`,
    ],
  ]);
  await outcome(accept, [pack, '--role', 'Director'], { now: new Date('2026-02-01') });
  const after = await outcome(run, [pack], {});
  expect([after.code, after.printed.slice(-2)]).toEqual([
    0,
    [expect.stringMatching(whole), 'Terms accepted on 2026-02-01 (Director)'],
  ]);
});

test('the pack that comes with Waymark goes by its name', async () => {
  const { printed } = await outcome(run, ['non-commercial'], {});
  expect(printed.at(-2)).toMatch(whole);
});

test('lists each text that is missing, in the words of who types it', async () => {
  const pack = await packCopy();
  const file = join(pack, 'who-5/wording/en.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('I have felt active and vigorous', '  '));
  const { code, printed } = await outcome(run, [pack], {});
  expect(code).toBe(1);
  expect(printed[0]).toBe(`${file}: items.i3.text: empty, must be the text of item 3`);
  expect(printed.at(-2)).toMatch(/^[3-9] wordings, 1 fault$/);
});

test('a wording that nobody has compared is named, and is no fault', async () => {
  const pack = await packCopy();
  const file = join(pack, 'who-5/wording/en.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"compared"', '"recalled"'));
  await outcome(accept, [pack, '--role', 'Director'], {});
  const { code, printed } = await outcome(run, [pack], {});
  expect(code).toBe(0);
  expect(printed[0]).toContain('who-5 in en is recalled, and pages tell staff so');
});

test('a folder that is not there is a fault', async () => {
  const { code, printed } = await outcome(run, ['/nowhere/pack'], {});
  expect([code, printed.at(-1)]).toEqual([1, '0 wordings, 1 fault']);
});
