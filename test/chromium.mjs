import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

function run(command, args) {
  console.log(`> ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function installWithApt() {
  if (!existsSync('/etc/debian_version')) return false;
  const apt = (args) =>
    process.getuid() === 0 ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]);
  return (
    apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  );
}

/** Makes sure there is a Chromium: apt on Debian, elsewhere Playwright's own. Gives its path. */
export function ensureChromium() {
  const there = findChromium();
  if (there) return there;
  console.log('No Chromium on this machine; installing one for the browser tests.');
  if (!installWithApt()) run('npx', ['playwright', 'install', 'chromium']);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium could be installed. Install Chromium or Chrome by hand, or set CHROMIUM_PATH to one, and run npm test again.',
  );
}
