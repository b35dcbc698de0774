import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type axeCore from 'axe-core';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './find-chromium.mjs';

const cli = join(import.meta.dirname, '../packages/cli/dist/main.js');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-demo-test-'));
  browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function demo(...args: string[]) {
  return spawnSync(process.execPath, [cli, 'demo', ...args], { cwd: folder, encoding: 'utf8' });
}

describe('waymark demo --once', () => {
  let printed: ReturnType<typeof demo>;
  beforeAll(() => {
    printed = demo('--once', '--port', '0', '--data', 'data');
  }, 120_000);

  test('ends well, says how far it is, and prints the summary table', () => {
    expect(printed.stderr).toBe('');
    expect(printed.status).toBe(0);
    expect(printed.stdout).toMatch(/Simulated 120 people in 3 programs/);
    expect(printed.stdout).toMatch(/\(100 %\)/);
    for (const name of ['Hope', 'Functioning', 'Social connectedness', 'Unhealthy days'])
      expect(printed.stdout).toContain(name);
    expect(printed.stdout).not.toMatch(/NaN|undefined|null/);
  });

  test('leaves a database that only its owner can read', () => {
    expect(statSync(join(folder, 'data/waymark.db')).mode & 0o777).toBe(0o600);
  });

  test('does not write into a database that is there already', () => {
    const before = readFileSync(join(folder, 'data/waymark.db'));
    const again = demo('--once', '--port', '0', '--data', 'data');
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('Name a folder that holds no waymark.db');
    expect(readFileSync(join(folder, 'data/waymark.db'))).toEqual(before);
  });

  test.each([
    { width: 320, scheme: 'light' as const },
    { width: 1280, scheme: 'light' as const },
    { width: 1280, scheme: 'dark' as const },
  ])('writes a report that opens at $width px ($scheme) without a fault', async (look) => {
    const page = await browser.newPage({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.scheme,
    });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) said.push(`asked for ${request.url()}`);
    });
    await page.goto(`file://${join(folder, 'report.html')}`);
    await page.addScriptTag({ path: axe });
    const violations = await page.evaluate(async (tags) => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const result = await axe.run({ runOnly: { type: 'tag', values: tags } });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.target.join(' ')}`);
    }, axeTags);
    expect(violations).toEqual([]);
    expect(said).toEqual([]);
    expect(await page.getByText('Simulated data').first().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    await page.close();
  });
});

test.each([
  { args: ['--onec'], says: '--onec' },
  { args: ['--port', 'x'], says: '--port must be a whole number from 0 to 65535' },
  { args: ['--seed', '-1', '--once'], says: '--seed' },
])('waymark demo $args says what is wrong with it', ({ args, says }) => {
  const { status, stderr } = demo(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(says);
  expect(existsSync(join(folder, 'waymark.db'))).toBe(false);
});
