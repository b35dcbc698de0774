import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../../../test/find-chromium.mjs';
import { library } from '../../fixtures/two-instruments.js';
import { catalogueOf } from './catalogue.js';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

async function opened(): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.setContent(await catalogueOf(await library()));
  return page;
}

test('lists every instrument with what is known of it', async () => {
  const page = await opened();
  expect(await page.locator('article h2').allTextContents()).toEqual([
    '<b>Hope</b> & co.',
    'Example of everything a definition can say',
  ]);
  const said = (await page.locator('article').nth(1).innerText()).replaceAll(/\s+/g, ' ');
  for (const fact of [
    'Area recovery',
    'Items 5',
    'Minutes 1',
    'Rights public domain: nobody',
    'Key verified',
    'Wording en recalled (original)',
    'Languages en',
    'Reliability Total: alpha 0.8, nobody',
    'Thresholds Total above or equal to 6: six or more',
    'Sources Made up for tests',
  ])
    expect(said).toContain(fact);
  expect(await page.locator('article').nth(0).innerText()).toContain('brought by the organisation');
});

test('is filtered by keyboard, and says how many are left', async () => {
  const page = await opened();
  const count = page.getByRole('status');
  expect(await count.textContent()).toBe('2 of 2 instruments');
  await page.keyboard.press('Tab');
  await page.keyboard.type('everything');
  expect(await count.textContent()).toBe('1 of 2 instruments');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await page.keyboard.type('hope');
  expect(await page.locator('article:visible h2').allTextContents()).toEqual(['<b>Hope</b> & co.']);
  await page.getByLabel('Rights').selectOption('public-domain');
  expect(await count.textContent()).toBe('0 of 2 instruments');
});

test('has no fault of accessibility', async () => {
  const page = await opened();
  await page.addScriptTag({ content: axe.source });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly }).then((r) => r.violations),
    tags,
  );
  expect(found.map(({ id }) => id)).toEqual([]);
});
