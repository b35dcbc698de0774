import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcome, packCopy } from '../../fixtures/pack-copy.js';
import { run } from './accept.js';

const now = new Date('2026-02-01T23:59:00Z');
const accept = (...args: string[]) => outcome(run, args, { now });
const record = (pack: string) => readFile(join(pack, 'accepted.json'), 'utf8');

test('without a role the terms are shown and nothing is accepted', async () => {
  const pack = await packCopy();
  const { code, printed } = await accept(pack);
  expect(code).toBe(1);
  const said = printed.join('\n');
  expect(said).toContain('The non-commercial pack');
  expect(said).toContain('who-5: World Health Organization. Creative Commons');
  expect(said).toContain((await readFile(join(pack, 'LICENSE.md'), 'utf8')).trim());
  expect(printed.at(-1)).toBe(`  waymark wording accept "${pack}" --role "YOUR ROLE"`);
  await expect(record(pack)).rejects.toThrow('ENOENT');
});

test('with a role they are shown, and accepted with the day and the role', async () => {
  const pack = await packCopy();
  const { code, printed } = await accept(pack, '--role', ' Program director ');
  expect(code).toBe(0);
  expect(printed.join('\n')).toContain('# Terms of the non-commercial pack');
  expect(printed.at(-1)).toContain('Accepted on 2026-02-01 (Program director).');
  expect(JSON.parse(await record(pack))).toEqual({
    accepted: [
      {
        role: 'Program director',
        date: '2026-02-01',
        terms: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ],
  });
});

test('terms that are accepted are not accepted twice', async () => {
  const pack = await packCopy();
  await accept(pack, '--role', 'Director');
  const before = await record(pack);
  const { code, printed } = await accept(pack, '--role', 'Chair');
  expect([code, printed.at(-1)]).toEqual([
    0,
    'These terms were accepted on 2026-02-01 (Director).',
  ]);
  expect(await record(pack)).toBe(before);
});

test('changed terms are accepted anew, and both acceptances stay on record', async () => {
  const pack = await packCopy();
  await accept(pack, '--role', 'Director');
  await appendFile(join(pack, 'LICENSE.md'), '\nOne more condition.\n');
  expect((await accept(pack)).code).toBe(1);
  expect((await accept(pack, '--role', 'Chair')).code).toBe(0);
  const { accepted } = JSON.parse(await record(pack)) as { accepted: { role: string }[] };
  expect(accepted.map(({ role }) => role)).toEqual(['Director', 'Chair']);
});

test.each(['', 'x', 'a'.repeat(101)])('the role "%s" is exit code 2', async (role) => {
  expect((await accept(await packCopy(), '--role', role)).code).toBe(2);
});

test('a pack without its terms, or with a record that is wrong, says so', async () => {
  const pack = await packCopy();
  await writeFile(join(pack, 'accepted.json'), '{');
  const wrong = await accept(pack, '--role', 'Director');
  expect([wrong.code, wrong.complaints]).toEqual([
    1,
    [
      `${join(pack, 'accepted.json')}: (whole): text, must be JSON: the slip is at line 1, column 2`,
    ],
  ]);
  await writeFile(join(pack, 'LICENSE.md'), '');
  const without = await accept(pack, '--role', 'Director');
  expect([without.code, without.complaints]).toEqual([
    1,
    [`${join(pack, 'LICENSE.md')}: (whole): nothing, must hold the terms of use that are accepted`],
  ]);
});

test.each(['EACCES', 'EPERM', 'EROFS'])(
  'a pack where nothing can be written (%s) is to be copied first',
  async (code) => {
    const pack = await packCopy();
    const accept = () => Promise.reject(Object.assign(new Error('not written'), { code }));
    const refused = await outcome(run, [pack, '--role', 'Director'], { now, accept });
    expect([refused.code, refused.complaints]).toEqual([
      1,
      [`${pack} cannot be written to: copy it to a folder of your own and name that one.`],
    ]);
  },
);
