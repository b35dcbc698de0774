import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../find-chromium.mjs';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** A real browser process on a profile folder; `kill` ends it as a power cut would. */
export type BrowserProcess = { readonly page: Page; kill(): Promise<void> };

/** Makes a folder for a browser profile; call the result's `remove` at the end. */
export function makeProfile(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-profile-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 30 }) };
}

/** Starts Chromium on a profile folder and gives its first page. */
export async function startBrowser(profile: string): Promise<BrowserProcess> {
  const path = findChromium();
  if (!path) throw new Error('startBrowser requires a Chromium; npm test installs one');
  const spawned = spawn(path, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => spawned.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(await debuggingAddress(spawned.stderr));
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    async kill() {
      // The whole group: renderer and network processes must not outlive the browser.
      process.kill(-spawned.pid!, 'SIGKILL');
      await ended;
    },
  };
}

function debuggingAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [, address] = /DevTools listening on (ws:\S+)/.exec(text) ?? [];
      if (address) resolve(address);
    });
    stderr.on('end', () => reject(new Error(`Chromium ended before it listened: ${text}`)));
  });
}
