import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, outcome } from '../../fixtures/pack-copy.js';
import { run as check } from './check.js';
import { run } from './new.js';

const json = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(...path), 'utf8'));

async function made(...ids: string[]) {
  const pack = join(await emptyFolder(), 'our pack');
  for (const id of ids) expect((await outcome(run, [id, '--in', pack], {})).code).toBe(0);
  return pack;
}

test('a new wording has every number of the instrument and no text', async () => {
  const pack = await made('ras-24');
  const { items, options, title } = (await json(pack, 'ras-24/wording/en.json')) as {
    title: string;
    items: { [id: string]: { number: string; text: string } };
    options: { [set: string]: { [key: string]: string } };
  };
  const numbers = Object.values(items).map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 24 }, (_, i) => String(i + 1)));
  expect(Object.values(options).map((labels) => Object.keys(labels))).toEqual([
    ['1', '2', '3', '4', '5'],
  ]);
  const texts = Object.values(items).map(({ text }) => text);
  const labels = Object.values(options).flatMap((set) => Object.values(set));
  expect(new Set([title, ...texts, ...labels])).toEqual(new Set(['']));
});

test('the pack around it names the holder, and asks for the permission and the terms', async () => {
  const pack = await made('ras-24');
  expect(await json(pack, 'pack.json')).toEqual({
    name: '',
    terms: 'TERMS.md',
    permissions: [
      {
        instruments: ['ras-24'],
        holder: 'Patrick W. Corrigan and colleagues',
        evidence: '',
        date: '',
      },
    ],
  });
  const { code, printed } = await outcome(check, [pack], {});
  expect(code).toBe(1);
  expect(printed).toContain(
    `${join(pack, 'ras-24/wording/en.json')}: items.i1.text: empty, must be the text of item 1`,
  );
  expect(printed).toContain(
    `${join(pack, 'pack.json')}: permissions[0].date: empty, must be the day of the permission, such as 2026-11-22`,
  );
});

test('says whose the wording is, what is known of the rights, and what to do next', async () => {
  const { printed } = await outcome(run, ['hhi', '--in', await emptyFolder()], {});
  const said = printed.join('\n');
  for (const part of [
    'Holder of the wording: Kaye Herth',
    'What is known of its rights: ',
    'TERMS.md',
    'wording check',
  ])
    expect(said).toContain(part);
});

test('a second instrument or language joins the pack and leaves what is typed', async () => {
  const pack = await made('hhi');
  const file = join(pack, 'pack.json');
  const typed = (await readFile(file, 'utf8')).replace('"evidence": ""', '"evidence": "letter 12"');
  await writeFile(file, typed);
  await writeFile(join(pack, 'TERMS.md'), 'As in the letter.');
  expect((await outcome(run, ['hhi', '--lang', 'es', '--in', pack], {})).code).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(typed);
  await outcome(run, ['brs', '--in', pack], {});
  expect(await json(file)).toMatchObject({
    permissions: [{ instruments: ['hhi'], evidence: 'letter 12' }, { instruments: ['brs'] }],
  });
  expect(await readFile(join(pack, 'TERMS.md'), 'utf8')).toBe('As in the letter.');
});

test.each(['{', '[]', 'null', '{"permissions": "all"}'])(
  'a pack.json that reads %s is left as it is, for the check to complain of',
  async (text) => {
    const pack = await emptyFolder();
    await writeFile(join(pack, 'pack.json'), text);
    expect((await outcome(run, ['brs', '--in', pack], {})).code).toBe(0);
    expect(await readFile(join(pack, 'pack.json'), 'utf8')).toBe(text);
    const { printed } = await outcome(check, [pack], {});
    expect(printed[0]).toContain(`${join(pack, 'pack.json')}: `);
  },
);

test('a pack.json in another form than UTF-8 is left as it is, byte for byte', async () => {
  const pack = await emptyFolder();
  const bytes = Buffer.from('{"name": "Señal", "permissions": []}', 'latin1');
  await writeFile(join(pack, 'pack.json'), bytes);
  await outcome(run, ['brs', '--in', pack], {});
  expect(await readFile(join(pack, 'pack.json'))).toEqual(bytes);
});

test.each([
  [['who-5'], 'comes with Waymark in the non-commercial pack: waymark collect --wording non-co'],
  [['gad-7'], 'The wording of gad-7 in en comes with Waymark: no pack is needed.'],
  [['pam-13'], 'There is no instrument "pam-13".'],
  [['constructor'], 'There is no instrument "constructor".'],
])('for %j there is nothing to type, and why is said', async (args, why) => {
  const folder = await emptyFolder();
  const { code, complaints } = await outcome(run, [...args, '--in', folder], {});
  expect([code, complaints]).toEqual([1, [expect.stringContaining(why)]]);
});

test('what is there already is left alone', async () => {
  const pack = await made('brs');
  const { code, complaints } = await outcome(run, ['brs', '--in', pack], {});
  expect([code, complaints]).toEqual([
    1,
    [`${join(pack, 'brs/wording/en.json')} is there already.`],
  ]);
});

test.each(['English', '../es', ''])('a language "%s" is exit code 2', async (language) => {
  expect((await outcome(run, ['brs', '--lang', language], {})).code).toBe(2);
});
