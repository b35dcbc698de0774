import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, example } from '../../../model/fixtures/example.js';
import { library } from '../../fixtures/two-instruments.js';
import { catalogueOf, run } from './catalogue.js';
import { run as check } from './check.js';

test('lists every instrument with what is known of it, and no text of it as markup', async () => {
  const page = await catalogueOf(await library());
  expect(page.match(/<article /g)).toHaveLength(2);
  expect(page).toContain('<h2 id="owned">&lt;b&gt;Hope&lt;/b&gt; &amp; co.</h2>');
  for (const [term, fact] of [
    ['Area', 'recovery'],
    ['Items', '5'],
    ['Minutes', '1'],
    ['Rights', 'public domain: nobody'],
    ['Key', 'verified'],
    ['Wording', 'en recalled (original)'],
    ['Wording', 'brought by the organisation'],
    ['Languages', 'en'],
    ['Reliability', '<ul><li>Total: alpha 0.8, nobody</li></ul>'],
    ['Thresholds', '<ul><li>Total above or equal to 6: six or more</li></ul>'],
    ['Sources', '<ul><li>Made up for tests</li></ul>'],
  ])
    expect(page).toContain(`<dt>${term}</dt><dd>${fact}</dd>`);
});

test('is written where it is asked for; --catalogue says when it is stale', async () => {
  const folder = await library();
  await rm(join(folder, 'owned'), { recursive: true });
  const file = join(folder, 'catalogue.html');
  const printed: string[] = [];
  const world = { print: (line: string) => void printed.push(line), complain: () => undefined };
  expect(await run(['--out', file, '--in', folder], world)).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(await catalogueOf(folder));
  expect(await check([folder, '--catalogue', file], world)).toBe(0);
  await cp(join(folder, 'example'), join(folder, 'second'), { recursive: true });
  const second = changed(example(), 'id', 'second');
  await writeFile(join(folder, 'second/instrument.json'), JSON.stringify(second));
  expect(await check([folder, '--catalogue', file], world)).toBe(1);
  expect(printed.join('\n')).toContain(
    `${file}: (whole): page, must be made again: waymark instrument catalogue --out ${file}`,
  );
  expect(await run([], world)).toBe(2);
});
