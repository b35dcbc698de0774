import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
];

/** Path of a Chromium on this machine, or undefined when there is none. CHROMIUM_PATH wins. */
export function findChromium() {
  return places.find((place) => place && existsSync(place));
}
