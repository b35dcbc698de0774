import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProfile, startBrowser, type BrowserProcess } from './journey/browser.js';
import { startCollector, type CollectorProcess } from './journey/collector-process.js';
import { focusedName, tabTo } from './journey/keyboard.js';
import { startProxy, type Proxy } from './journey/proxy.js';
import { startSite, type Site } from './journey/site.js';

/** Enough that the report shows how many people there are: smaller groups are withheld. */
const before = 20;
const answers = { sc1: 2, sc2: 1, sc3: 'prefer-not-to-say', sc4: 3 };
const labels = ['Agree', 'Strongly Agree', 'Prefer not to say', 'I am Neutral'];

let profile: ReturnType<typeof makeProfile>;
let browser: BrowserProcess;
let collector: CollectorProcess;
let proxy: Proxy;
let site: Site;
let enrolled: number;
let said: string[];

beforeEach(async () => {
  profile = makeProfile();
  proxy = await startProxy(() => collector.port);
  site = await startSite(proxy.url);
  collector = await startCollector(site.url);
  site.html = pageWith(collector.key);
  await collector.enrol(before);
  enrolled = await collector.enrolled();
  said = [];
  await openBrowser();
});

afterEach(async () => {
  await browser.kill();
  await Promise.all([collector.stop(), proxy.close(), site.close()]);
  profile.remove();
});

function pageWith(key: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>A plain page</title><script type="module" src="/waymark.js"></script></head>
  <body>
    <h1>Riverside</h1>
    <waymark-check-in instrument="mhsip-social-connectedness" program="riverside" timepoint="baseline"
      participant="TEST-0001" collector="${proxy.url}" key="${key}"></waymark-check-in>
  </body>
</html>`;
}

async function openBrowser(): Promise<void> {
  browser = await startBrowser(profile.folder);
  // A cut network is said so by the browser itself; anything else on the console is a fault.
  browser.page.on('console', (message) => {
    const expected = /net::ERR_|the server responded with a status of 500/.test(message.text());
    if (message.type() === 'error' && !expected) said.push(message.text());
  });
  browser.page.on('pageerror', (error) => said.push(error.message));
  await browser.page.goto(site.url);
}

/** Answers every item by keyboard alone; `between` happens before the last one. */
async function answerByKeyboard(between: () => void): Promise<void> {
  const { page } = browser;
  await tabTo(page, 'Start');
  await page.keyboard.press('Enter');
  for (const [i, label] of labels.entries()) {
    await page.getByText(`Question ${i + 1} of ${labels.length}`).waitFor();
    await expect.poll(() => focusedName(page)).toMatch(/\w{3}/);
    if (i === labels.length - 1) between();
    await choose(label);
    await tabTo(page, i === labels.length - 1 ? 'Finish' : 'Next');
    await page.keyboard.press('Enter');
  }
}

/** Comes into the group of options and goes down it until the label is the chosen one. */
async function choose(label: string): Promise<void> {
  const { page } = browser;
  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 10 && (await focusedName(page)) !== label; presses++)
    await page.keyboard.press('ArrowDown');
  expect(await focusedName(page)).toBe(label);
  await page.keyboard.press('Space');
  expect(await page.getByLabel(label, { exact: true }).isChecked()).toBe(true);
}

/** The text a person sees once they have finished. */
async function thanks(): Promise<string> {
  await browser.page.getByRole('heading', { name: 'Thank you' }).waitFor();
  return browser.page.locator('waymark-check-in #where').innerText();
}

async function waitsOnDevice(): Promise<void> {
  const waiting = browser.page.getByText('1 check-in is waiting on this device');
  await waiting.waitFor({ timeout: 10_000 });
}

/** Everything that lies in the outbox, as text. */
async function onDevice(): Promise<string> {
  return browser.page.evaluate(async () => {
    const [{ name } = { name: '' }] = await indexedDB.databases();
    const open = indexedDB.open(name!);
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error!);
    });
    const all = await Promise.all(
      [...db.objectStoreNames].map(
        (store) =>
          new Promise((resolve) => {
            const read = db.transaction(store).objectStore(store).getAll();
            read.onsuccess = () => resolve(read.result);
          }),
      ),
    );
    db.close();
    return JSON.stringify(all);
  });
}

async function arrives(): Promise<void> {
  await expect.poll(() => collector.submissions(), { timeout: 60_000 }).toHaveLength(before + 1);
  await expect.poll(onDevice, { timeout: 60_000 }).not.toContain('"sealed"');
}

/** Arrived once, as answered, and in the report. */
async function isThereOnce(): Promise<void> {
  const stored = await collector.submissions();
  expect(stored).toHaveLength(before + 1);
  expect(stored.at(-1)!.answers).toEqual(answers);
  expect(await collector.enrolled()).toBe(enrolled + 1);
}

describe('answers that were finished arrive once', () => {
  test('when the network is cut before the end, the browser is killed, and the network comes back', async () => {
    await answerByKeyboard(() => (proxy.weather = 'cut'));
    expect(await thanks()).toContain('Your answers are waiting on this device');

    await browser.kill();
    await openBrowser();
    await waitsOnDevice();
    const kept = await onDevice();
    expect(kept).toContain('"sealed"');
    expect(kept).not.toMatch(/sc1|prefer-not-to-say|TEST-0001/);
    expect(await collector.submissions()).toHaveLength(before);

    proxy.weather = 'open';
    await browser.page.reload();
    await arrives();
    await isThereOnce();
    expect(said).toEqual([]);
  });

  test('when the collector answers 500, then commits and stays silent, then answers', async () => {
    await answerByKeyboard(() => (proxy.weather = 'failing'));
    expect(await thanks()).toContain('Your answers are waiting on this device');
    await expect.poll(() => proxy.seen).toContain('PUT 500');

    await browser.kill();
    proxy.weather = 'deaf';
    await openBrowser();
    await waitsOnDevice();
    await expect.poll(() => proxy.seen, { timeout: 30_000 }).toContain('PUT 204, unheard');
    expect(await collector.submissions()).toHaveLength(before + 1);
    expect(await onDevice()).toContain('"sealed"');

    proxy.weather = 'open';
    await expect.poll(() => proxy.seen, { timeout: 90_000 }).toContain('PUT 204');
    await arrives();
    await isThereOnce();
    expect(said).toEqual([]);
  }, 150_000);

  test('at once when nothing goes wrong, and the page says so', async () => {
    await answerByKeyboard(() => undefined);
    await expect.poll(thanks).toContain('Your answers have been delivered');
    await arrives();
    await isThereOnce();
    expect(said).toEqual([]);
  });
});

test('a page with the strictest policy runs the check-in and reports no violation', async () => {
  const { page } = browser;
  const response = await page.goto(site.url);
  expect(response!.headers()['content-security-policy']).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${proxy.url}`,
  );
  await answerByKeyboard(() => undefined);
  await expect.poll(thanks).toContain('delivered');
  expect(said).toEqual([]);
});
