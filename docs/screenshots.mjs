// Makes the README's pictures from the real page and the real report: `npm run screenshots`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from '../test/find-chromium.mjs';

const cli = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'waymark-screenshots-'));
const report = join(folder, 'report.html');

const demo = spawn(process.execPath, [cli, 'demo', '--port', '0', '--report', report], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const said = await new Promise((resolve, reject) => {
  let text = '';
  demo.stdout.on('data', (chunk) => {
    text += chunk;
    if (text.includes('Stop with')) resolve(text);
  });
  demo.on('exit', () => reject(new Error(`the demo ended early: ${text}`)));
});
const [, site] = /Check-in\s+(\S+)/.exec(said);

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  const phone = await browser.newPage({
    viewport: { width: 400, height: 860 },
    deviceScaleFactor: 2,
  });
  await phone.goto(site);
  await phone.getByRole('button', { name: 'Start' }).click();
  await phone.getByLabel('Agree', { exact: true }).check();
  await phone.screenshot({ path: here('check-in.png') });

  const desk = await browser.newPage({ viewport: { width: 1000, height: 1300 } });
  await desk.goto(`file://${report}`);
  await desk.screenshot({ path: here('report.png') });
} finally {
  await browser.close();
  demo.removeAllListeners('exit');
  demo.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
console.log('Wrote docs/check-in.png and docs/report.png');
