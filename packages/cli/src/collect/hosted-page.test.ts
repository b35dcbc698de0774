import { mkdtempSync, rmSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  acceptTerms,
  createCollector,
  createProgram,
  openSqlite,
  readInstruments,
  readPackTerms,
  serve,
  sqliteStore,
  type Store,
} from '@waymark/collector';
import type { ShippedInstrument } from '@waymark/model';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../../../test/find-chromium.mjs';
import { embedScript } from '../embed-script.js';
import { libraryFolder } from '../instrument/library-folder.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
let store: Store;
let url: string;
let key: string;
let spanish: ShippedInstrument;
const undo: (() => unknown)[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-hosted-'));
  store = sqliteStore(openSqlite(join(folder, 'waymark.db')));
  const program = { id: 'hosted-program', name: 'Hosted Program', origins: [] };
  const created = await createProgram(store, program);
  if (!created.ok) throw new Error('a good program must be added');
  key = created.value.key;
  const pack = join(folder, 'pack');
  await cp(join(libraryFolder, 'packs/non-commercial'), pack, { recursive: true });
  const { value: terms } = await readPackTerms(pack);
  await acceptTerms(pack, terms!, { role: 'Keeper of the tests', date: '2026-02-01' });
  const library = await readInstruments(libraryFolder, { packs: [pack] });
  spanish = library.packed!.find(({ id, language }) => id === 'who-5' && language === 'es')!;
  const script = await embedScript();
  const serving = await serve(createCollector({ store, library, script }), { port: 0 });
  url = `${serving.url}/p/hosted-program`;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('This test requires a Chromium; npm test installs one');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  undo.push(browser.close.bind(browser), serving.stop, store.close, () =>
    rmSync(folder, { recursive: true }),
  );
});
afterAll(async () => {
  for (const step of undo) await step();
});

/** Opens an address of the hosted page; whatever the console said is a fault at the end. */
async function open(address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  onTestFinished(async () => {
    await page.close();
    expect(said).toEqual([]);
  });
  await page.goto(address);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  const source = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  // Evaluated as the developer tools do, so that the page's policy can stay as strict as it is.
  return page.evaluate(`${source}; axe.run(document, { runOnly: ${JSON.stringify(tags)} })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
}

async function startCheckIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Social Connectedness \(mhsip/ }).check();
  await page.getByRole('radio', { name: '3 months', exact: true }).check();
  await page.getByLabel('Code of the person who answers').fill('code-0001');
  await page.getByRole('button', { name: 'Start' }).click();
}

async function answerAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start' }).click();
  for (const button of ['Next', 'Next', 'Next', 'Finish']) {
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: button }).click();
  }
}

test('the page passes the accessibility check and fits into 320 pixels', async () => {
  const page = await open(`${url}#${key}`);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('with text twice as large, in Spanish, every screen still fits into 320 pixels', async () => {
  const page = await open(`${url}?lang=es#${key}`);
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
  })()`);
  const widths: unknown[] = [];
  const look = async () => widths.push(await page.evaluate('document.documentElement.scrollWidth'));
  await page.getByRole('radio', { name: /\(phq-9\)$/ }).check();
  await page.getByRole('checkbox').check();
  await page.getByRole('radio', { name: '3 meses' }).check();
  await page.getByLabel('Código de la persona que responde').fill('code-0005');
  await look();
  await page.getByRole('button', { name: 'Empezar' }).click();
  await page.getByText('10 preguntas').waitFor();
  await look();
  await page.getByRole('button', { name: 'Empezar' }).click();
  for (let item = 1; item <= 10; item++) {
    await page.getByRole('radio').nth(1).check();
    await look();
    await page.getByRole('button', { name: item < 10 ? 'Siguiente' : 'Terminar' }).click();
    if (item !== 9) continue;
    await page.getByRole('heading', { name: 'No está solo ni sola' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await look();
    await page.getByRole('button', { name: 'Continuar' }).click();
  }
  await page.getByText('Sus respuestas se han entregado a Hosted Program.').waitFor();
  await look();
  expect(widths).toEqual(Array.from({ length: 14 }, () => 320));
});

test('staff start a check-in and its answers arrive, while the code is in no address', async () => {
  const page = await open(`${url}#${key}`);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await startCheckIn(page);
  expect(await violations(page)).toEqual([]);
  await answerAll(page);
  await page.getByText('Your answers have been delivered').waitFor();
  const rows = await store.submissions({ after: 0, limit: 10 });
  expect(rows.map(({ submission }) => submission)).toContainEqual(
    expect.objectContaining({
      program: 'hosted-program',
      instrument: 'mhsip-social-connectedness',
      timepoint: '3-months',
      participant: 'CODE-0001',
    }),
  );
  expect(addresses.length).toBeGreaterThan(0);
  expect([...addresses, page.url()].filter((address) => /code-0001/i.test(address))).toEqual([]);
  await page.getByRole('button', { name: 'Start another check-in' }).click();
  await page.getByRole('radio', { name: '3 months', exact: true }).waitFor();
});

test('what can raise a safety flag is asked once staff say that someone is there', async () => {
  const page = await open(`${url}#${key}`);
  const stays = page.getByRole('checkbox', { name: /^Someone stays with the person/ });
  await page.getByRole('radio', { name: /\(phq-8\)$/ }).check();
  expect(await stays.isVisible()).toBe(false);
  await page.getByRole('radio', { name: /\(phq-9\)$/ }).check();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('radio', { name: '3 months', exact: true }).check();
  await page.getByLabel('Code of the person who answers').fill('code-0002');
  await page.getByRole('button', { name: 'Start' }).click();
  expect(await page.locator('waymark-check-in').count()).toBe(0);
  await stays.check();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText(/sent to Hosted Program under a code/).waitFor();
});

test('a link without the key asks for it', async () => {
  const page = await open(url);
  await page.getByLabel('Program key').fill(key);
  await startCheckIn(page);
  await page.getByRole('heading', { name: 'Social Connectedness' }).waitFor();
});

test('nothing starts without a code', async () => {
  const page = await open(`${url}#${key}`);
  await page.getByRole('radio', { name: /^Social Connectedness \(mhsip/ }).check();
  await page.getByRole('radio', { name: '3 months', exact: true }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  expect(await page.getByLabel('Code of the person who answers').isVisible()).toBe(true);
  expect(await page.locator('waymark-check-in').count()).toBe(0);
});

test('every word of a check-in is there in Spanish', async () => {
  const page = await open(`${url}?lang=es`);
  await page.waitForFunction("customElements.get('waymark-check-in')");
  const [english, spanish] = await page.evaluate<[string[], string[]]>(`(async () => {
    const shape = (words) => Object.entries(words).flatMap(([name, text]) =>
      typeof text === 'object' ? shape(text) : [name + ': ' + (typeof text === 'function' ? text.length : 'text')]).sort();
    const { messages } = await import('/messages.es.js');
    return [shape(document.createElement('waymark-check-in').messages), shape(messages)];
  })()`);
  expect(spanish).toEqual(english);
  expect(english.length).toBeGreaterThan(30);
});

test('in Spanish staff read Spanish and the person is asked in Spanish, here from a wording pack', async () => {
  const page = await open(`${url}#${key}`);
  await page.getByRole('link', { name: 'Español' }).click();
  expect(await page.evaluate('document.documentElement.lang')).toBe('es');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('radio', { name: /\(who-5\)$/ }).check();
  await page.getByRole('radio', { name: '3 meses' }).check();
  await page.getByLabel('Código de la persona que responde').fill('code-0004');
  await page.getByRole('button', { name: 'Empezar' }).click();
  expect(await page.getByRole('link', { name: 'English' }).isVisible()).toBe(false);
  await page.getByText('5 preguntas, alrededor de 1 minuto.').waitFor();
  await page.getByRole('button', { name: 'Empezar' }).click();
  for (const { text, id } of spanish.items) {
    await page.getByText(text).waitFor();
    await page.getByRole('radio', { name: 'Todo el tiempo' }).check();
    await page.getByRole('radio', { name: 'Prefiero no decirlo' }).waitFor();
    const last = id === spanish.items.at(-1)!.id;
    await page.getByRole('button', { name: last ? 'Terminar' : 'Siguiente' }).click();
  }
  await page.getByText('Sus respuestas se han entregado a Hosted Program.').waitFor();
  await expect
    .poll(async () => (await store.submissions({ after: 0, limit: 9 })).at(-1))
    .toMatchObject({
      submission: {
        instrument: 'who-5',
        participant: 'CODE-0004',
        language: 'es',
        contentHash: spanish.contentHash,
        scores: { percentage: { value: 100 } },
      },
    });
});
